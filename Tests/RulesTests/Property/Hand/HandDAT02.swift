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
                    amount: HandLaw.contribution(minimum) - HandLaw.contribution(membership.wage),
                    strength: "established"))
        }
        return ruling
    }
}
