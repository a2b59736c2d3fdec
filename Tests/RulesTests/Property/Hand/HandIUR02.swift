import Postgres

/// Bills that are lower than the contribution of those who were enrolled in their months.
///
/// A month with a member list of its own is worked out from the wages of that list. An earlier one without is worked out from the
/// minimum wage, below which nobody's contribution is: whoever the list that speaks has below any of those is left out.
enum HandIUR02: HandRule {
    static let code = "IUR-02"

    /// Bills of so many months back are held against the members.
    private static let months = 24

    /// A month whose bill was held against the members.
    private struct Month {
        let due: Int
        let billed: Int
        /// A rupiah a share of a worker may be rounding.
        let tolerance: Int
    }

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        let file = employer.file
        let bills = employer.bills.filter { $0.key <= file.arrearsDay }
        if bills.isEmpty, employer.isRegistered, employer.isActive { ruling.leaveOpen("no_bills") }
        let asked = bills.filter { month, _ in
            month.days(9) < file.arrearsDay && month >= file.month.months(-Self.months)
                && employer.master?.closedOn.map { month < $0 } ?? true
        }
        guard !asked.isEmpty, employer.regency != nil else { return ruling }
        guard file.paymentsUntil != nil else {
            ruling.leaveOpen("no_payment_list")
            return ruling
        }
        guard let list = employer.memberList else {
            ruling.leaveOpen("no_member_list")
            return ruling
        }
        let listMonth = list.day.firstOfMonth
        if asked.keys.contains(where: { $0 > listMonth }) { ruling.leaveOpen("member_list_too_old") }
        let before = asked.keys.filter { $0 < listMonth }
        let known = before.filter { month in
            employer.minimumWage(month) != nil
                || employer.latestMemberList(in: month, besides: list).map { !whole($0, month).isEmpty } ?? false
        }
        if known.count < before.count { ruling.leaveOpen("no_minimum_wage") }
        guard asked[listMonth] != nil || !known.isEmpty else { return ruling }
        ruling.judged = 1

        let lowest = (0...Self.months).compactMap { employer.minimumWage(file.month.months(-$0)) }.max()
        let short = asked.filter { $0.key <= listMonth }.compactMap { month, bill -> Month? in
            let own = month == listMonth ? list : employer.latestMemberList(in: month, besides: list)
            if let own, let due = due(own, month, mayRepeat: month == listMonth) {
                return Month(due: due.amount, billed: bill.amount, tolerance: due.shares)
            }
            guard month < listMonth, own.map({ !repeats($0, month) }) ?? true, let lowest,
                let minimum = employer.minimumWage(month)
            else { return nil }
            let members = whole(list, month).filter { $0.wage >= lowest }.count
            return Month(
                due: members * HandLaw.contribution(minimum), billed: bill.amount, tolerance: 2 * members)
        }.filter { $0.due > $0.billed + $0.tolerance }
        guard !short.isEmpty else { return ruling }
        // A list that names a worker twice at once contradicts itself.
        if overlaps(list) {
            ruling.leaveOpen("enrolled_twice")
            return ruling
        }
        // Whoever has paid more than all bills has paid what they lack.
        let prepaid = max(0, employer.paid - bills.values.reduce(0) { $0 + $1.amount })
        let amount = short.reduce(0) { $0 + $1.due - $1.billed } - prepaid
        if amount > short.reduce(0, { $0 + $1.tolerance }) {
            ruling.found = [Ruling.Breach(amount: amount, strength: "presumption")]
        }
        return ruling
    }

    /// Those whom a list has for all of a month: who came or went in it may be on the bill or not.
    private static func whole(_ list: Dossier.MemberList, _ month: CalendarDate) -> [Dossier.Membership] {
        list.members.filter { $0.from <= month && $0.to.map { $0 >= month.months(1) } ?? true }
    }

    /// Names a worker twice for all of a month.
    private static func repeats(_ list: Dossier.MemberList, _ month: CalendarDate) -> Bool {
        let members = whole(list, month).map(\.worker)
        return Set(members).count < members.count
    }

    /// The contribution of a month by the wages of its list, and how many shares it has; nil where nobody is there for all of it.
    private static func due(
        _ list: Dossier.MemberList, _ month: CalendarDate, mayRepeat: Bool
    ) -> (amount: Int, shares: Int)? {
        let members = whole(list, month)
        guard !members.isEmpty, mayRepeat || !repeats(list, month) else { return nil }
        return (members.reduce(0) { $0 + HandLaw.contribution(min($1.wage, HandLaw.cap)) }, 2 * members.count)
    }

    private static func overlaps(_ list: Dossier.MemberList) -> Bool {
        list.members.contains { one in
            list.members.contains { other in
                other.worker == one.worker && other.from > one.from && one.to.map { $0 > other.from } ?? true
            }
        }
    }
}
