import Postgres

/// A worker who is not enrolled by the employer, and for whom the state or the region pays.
enum HandSEG01: HandRule {
    static let code = "SEG-01"

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        guard employer.isRegistered, employer.isActive else { return ruling }
        HandWorkerLists.leaveOpen(employer, &ruling)
        let members = employer.memberList
        for line in employer.workers where employer.isFresh(line.month) {
            guard case .known(let worker) = line.person else {
                ruling.leaveOpen("no_nik")
                continue
            }
            guard members.flatMap({ employer.enrolment(line.person, in: line.month, by: $0) }) == nil else { continue }
            judge(worker, line, employer, members, &ruling)
        }
        return ruling
    }

    private static func judge(
        _ worker: Int, _ line: Dossier.Line, _ employer: Dossier, _ members: Dossier.MemberList?, _ ruling: inout Ruling
    ) {
        let file = employer.file
        let next = line.month.months(1)
        // Who came into the segment after the month may have stopped working.
        let place = file.participant(worker).flatMap { $0.from.map { $0 < next } ?? true ? $0 : nil }
        guard let place, place.segment != .pbpu else {
            let lists = file.segmentLists
            if let one = lists[.pbi], let other = lists[.pemda] {
                if min(one, other) < line.month { ruling.leaveOpen("segment_list_too_old") } else { ruling.judged += 1 }
            } else {
                ruling.leaveOpen("no_segment_list")
            }
            return
        }
        guard place.isClear else { return ruling.leaveOpen("two_segments") }
        guard place.day >= line.month else { return ruling.leaveOpen("segment_list_too_old") }
        if line.wage == 0 { return ruling.leaveOpen("no_pay") }
        let mayReportUntil = line.hiredOn.flatMap { $0 >= line.month.months(-2) ? $0.days(HandLaw.daysToReport) : nil }
        if let mayReportUntil, place.day <= mayReportUntil { return ruling.leaveOpen("deadline_running") }
        ruling.judged += 1

        let minimum = employer.minimumWage(line.month)
        let countsInREG02 =
            minimum != nil
            && members.map {
                $0.day >= line.month && !$0.isIncomplete && employer.unproven(line, by: $0) == nil
            } ?? false
        var amount: Int? = 0
        if !countsInREG02 {
            amount = minimum.flatMap { minimum in
                line.wage.map { HandLaw.contribution(HandLaw.base($0, minimumWage: minimum)) }
            }
            if minimum == nil {
                ruling.leaveOpen("amount:no_minimum_wage")
            } else if line.wage == nil {
                ruling.leaveOpen("amount:no_wage")
            }
        }
        let isOfTime = !employer.isSaidToBeGone(line) && (place.day < next || place.from.map { $0 < next } ?? false)
        ruling.found.append(
            Ruling.Breach(
                person: Somebody(number: worker).nik, amount: amount,
                strength: isOfTime ? "established" : "presumption"))
    }
}
