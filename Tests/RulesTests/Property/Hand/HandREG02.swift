import Postgres

/// A worker of a registered employer who is not enrolled through it in the month of the list.
enum HandREG02: HandRule {
    static let code = "REG-02"

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
            guard let nik = line.person.nik else {
                ruling.leaveOpen("no_nik")
                continue
            }
            let isEnrolled = members.membership(line.person, in: line.month) != nil
            guard isEnrolled || !members.isIncomplete else {
                ruling.leaveOpen("member_list_incomplete")
                continue
            }
            ruling.judged += 1
            guard !isEnrolled else { continue }
            if line.wage == nil { ruling.leaveOpen("amount:no_wage") }
            ruling.found.append(
                Ruling.Breach(
                    person: nik,
                    amount: line.wage.map { HandLaw.contribution(HandLaw.base($0, minimumWage: minimum)) },
                    strength: "established"))
        }
        return ruling
    }
}

/// What rules over lists of workers cannot judge of an employer as a whole.
enum HandWorkerLists {
    static func leaveOpen(_ employer: Dossier, _ ruling: inout Ruling) {
        guard let lists = employer.lists else {
            ruling.leaveOpen("no_worker_list")
            return
        }
        guard !lists.isWhole else { return }
        ruling.leaveOpen(lists.hasFull || !lists.isFresh ? "worker_list_too_old" : "worker_list_partial")
    }
}
