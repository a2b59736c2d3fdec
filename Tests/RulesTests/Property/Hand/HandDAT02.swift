import Postgres

/// A worker enrolled on the day whose registered wage is below the minimum wage of the month.
enum HandDAT02: HandRule {
    static let code = "DAT-02"

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        guard employer.isRegistered, employer.isActive else { return ruling }
        guard let members = employer.memberList else {
            ruling.leaveOpen("no_member_list")
            return ruling
        }
        for membership in members.memberships(on: employer.file.day) {
            guard let minimum = employer.minimumWage(employer.file.month) else {
                ruling.leaveOpen("no_minimum_wage")
                continue
            }
            guard members.day >= employer.file.month else {
                ruling.leaveOpen("member_list_too_old")
                continue
            }
            ruling.judged += 1
            guard membership.wage < minimum else { continue }
            ruling.found.append(
                Ruling.Breach(
                    person: Somebody(number: membership.worker).nik,
                    amount: isBilledAtMinimum(employer, members)
                        ? 0 : HandLaw.contribution(minimum) - HandLaw.contribution(membership.wage),
                    strength: "established"))
        }
        return ruling
    }

    /// Whether the bill of the month of the list covers everybody at the minimum wage at the least, to a rupiah a share.
    private static func isBilledAtMinimum(_ employer: Dossier, _ list: Dossier.MemberList) -> Bool {
        let file = employer.file
        let month = list.day.firstOfMonth
        guard month.days(9) < file.arrearsDay, month >= file.month.months(-24),
            employer.master?.closedOn.map({ month < $0 }) ?? true,
            let bill = employer.bills[month], let minimum = employer.minimumWage(month)
        else { return false }
        let wages = list.members.filter { $0.from <= month && $0.to.map { $0 >= month.months(1) } ?? true }.map(\.wage)
        let reported = wages.reduce(0) { $0 + HandLaw.contribution(min($1, HandLaw.cap)) }
        let least = wages.reduce(0) { $0 + HandLaw.contribution(HandLaw.base($1, minimumWage: minimum)) }
        return !wages.isEmpty && bill.amount > reported && bill.amount + 2 * wages.count >= least
    }
}
