import Postgres

/// An enrolled worker whose wage on another list makes a higher contribution base than the wage that is registered.
enum HandDAT01: HandRule {
    static let code = "DAT-01"

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        HandWorkerLists.judge(employer, &ruling) { line, minimum, members, ruling in
            // Who is not enrolled is the matter of REG-02.
            guard let enrolment = employer.enrolment(line.person, in: line.month, by: members) else { return }
            guard let wage = line.wage else {
                ruling.leaveOpen("no_wage")
                return
            }
            ruling.judged += 1
            let due = HandLaw.base(wage, minimumWage: minimum)
            guard let registered = enrolment.wage else { return }
            let charged = HandLaw.base(registered, minimumWage: minimum)
            guard due > charged else { return }
            ruling.found.append(
                Ruling.Breach(
                    person: line.person.nik, amount: HandLaw.contribution(due) - HandLaw.contribution(charged),
                    strength: "presumption"))
        }
        return ruling
    }
}
