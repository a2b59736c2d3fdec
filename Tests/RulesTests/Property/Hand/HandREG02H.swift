import Postgres

/// A registered employer that has more workers than it has enrolled, by numbers alone.
enum HandREG02H: HandRule {
    static let code = "REG-02H"

    /// A number of workers is good for so many months: the report is of every year.
    private static let countAge = 12

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        let file = employer.file
        guard employer.isRegistered, employer.isActive, employer.lists?.isWhole != true else { return ruling }
        guard let count = employer.count else {
            ruling.leaveOpen("no_headcount")
            return ruling
        }
        guard count.day >= file.day.months(-countAge) else {
            ruling.leaveOpen("headcount_too_old")
            return ruling
        }
        let month = count.day.firstOfMonth
        let list = employer.memberList
        let isOfTime = list.map { $0.day >= month } ?? false
        if isOfTime, list?.isIncomplete == true {
            ruling.leaveOpen("member_list_incomplete")
            return ruling
        }
        let said = employer.enrolledBySources(month)
        let isKnown = isOfTime || said != nil
        let billed = isKnown ? nil : billedMembers(employer, month)
        guard isKnown || billed != nil else {
            ruling.leaveOpen(list == nil ? "no_member_list" : "member_list_too_old")
            return ruling
        }
        let enrolled = ([said, billed].compactMap(\.self) + listed(employer, month)).max() ?? 0
        if count.workers > enrolled, namesSomebodyMissing(employer) {
            ruling.leaveOpen("counted_by_name")
            return ruling
        }
        ruling.judged = 1
        guard count.workers > enrolled else { return ruling }
        var amount: Int?
        if billed == nil {
            if let minimum = employer.minimumWage(file.month) {
                let each = HandLaw.contribution(HandLaw.base(minimum, minimumWage: minimum))
                amount = (count.workers - enrolled) * each
            } else {
                ruling.leaveOpen("amount:no_minimum_wage")
            }
        }
        ruling.found = [Ruling.Breach(amount: amount, strength: billed == nil ? "presumption" : "indication")]
        return ruling
    }

    /// How many the member lists name in the month, those of the month or later and the one that speaks; that one on its own
    /// day as well.
    private static func listed(_ employer: Dossier, _ month: CalendarDate) -> [Int] {
        guard let speaking = employer.memberList else { return [] }
        let lists = [speaking] + employer.memberLists.filter { $0.day != speaking.day && $0.day >= month }
        return lists.map { list in
            Set(list.members.filter { $0.covers(month, before: month.months(1)) }.map(\.worker)).count
        } + [Set(speaking.members.filter { $0.isOn(speaking.day) }.map(\.worker)).count]
    }

    /// The participants of the bills of the month and the next, where the month itself was billed.
    private static func billedMembers(_ employer: Dossier, _ month: CalendarDate) -> Int? {
        let bills = employer.bills.filter { $0.key <= employer.file.arrearsDay }
        guard let own = bills[month] else { return nil }
        return max(own.members, bills[month.months(1)]?.members ?? 0)
    }

    /// Lists of some workers name one who is not enrolled: those are counted by name.
    private static func namesSomebodyMissing(_ employer: Dossier) -> Bool {
        guard let list = employer.memberList, !list.isIncomplete else { return false }
        return employer.workers.contains { line in
            employer.isFresh(line.month) && line.month <= list.day && line.person.nik != nil
                && employer.enrolment(line.person, in: line.month, by: list) == nil
        }
    }
}
