import Postgres

/// An enrolled worker whose wage on another list makes a higher contribution base than the wage that is registered.
enum HandDAT01: HandRule {
    static let code = "DAT-01"

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        guard employer.isRegistered, employer.isActive else { return ruling }
        HandWorkerLists.leaveOpen(employer, &ruling)
        let members = employer.memberList
        for line in employer.workers where employer.isFresh(line.month) {
            guard let minimum = employer.minimumWage(line.month) else {
                ruling.leaveOpen("no_minimum_wage")
                continue
            }
            guard let members else {
                ruling.leaveOpen("no_member_list")
                continue
            }
            guard members.day >= line.month else {
                ruling.leaveOpen("member_list_too_old")
                continue
            }
            // Who is not enrolled is the matter of REG-02.
            guard let membership = members.membership(line.person, in: line.month) else { continue }
            guard let wage = line.wage else {
                ruling.leaveOpen("no_wage")
                continue
            }
            ruling.judged += 1
            let due = HandLaw.base(wage, minimumWage: minimum)
            let charged = HandLaw.base(membership.wage, minimumWage: minimum)
            guard due > charged else { continue }
            ruling.found.append(
                Ruling.Breach(
                    person: line.person.nik, amount: HandLaw.contribution(due) - HandLaw.contribution(charged),
                    strength: "presumption"))
        }
        return ruling
    }
}
