import Postgres

/// A worker of a registered employer who is not enrolled through it in the month of the list.
enum HandREG02: HandRule {
    static let code = "REG-02"

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        HandWorkerLists.judge(employer, &ruling) { line, minimum, members, ruling in
            guard let nik = line.person.nik else {
                ruling.leaveOpen("no_nik")
                return
            }
            let isEnrolled = employer.enrolment(line.person, in: line.month, by: members) != nil
            guard isEnrolled || !members.isIncomplete else {
                ruling.leaveOpen("member_list_incomplete")
                return
            }
            if !isEnrolled, let reason = employer.unproven(line, by: members) { return ruling.leaveOpen(reason) }
            ruling.judged += 1
            guard !isEnrolled else { return }
            if line.wage == nil { ruling.leaveOpen("amount:no_wage") }
            ruling.found.append(
                Ruling.Breach(
                    person: nik,
                    amount: line.wage.map { HandLaw.contribution(HandLaw.base($0, minimumWage: minimum)) },
                    strength: employer.isSaidToBeGone(line) ? "presumption" : "established"))
        }
        return ruling
    }
}
