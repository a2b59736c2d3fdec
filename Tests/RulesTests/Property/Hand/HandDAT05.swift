import Postgres

/// An enrolled worker whose NIK cannot be right, or whom two employers have enrolled at the same time.
enum HandDAT05: HandRule {
    static let code = "DAT-05"

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        guard employer.isRegistered, employer.isActive else { return ruling }
        guard let list = employer.memberList else {
            ruling.leaveOpen("no_member_list")
            return ruling
        }
        if list.isIncomplete { ruling.leaveOpen("member_list_incomplete") }
        let members = Dictionary(grouping: list.members.filter { $0.isOn(employer.file.day) }, by: \.worker)
        guard list.day >= employer.file.month else {
            ruling.leaveOpen("member_list_too_old", members.count)
            return ruling
        }
        ruling.judged = members.count
        for worker in members.keys {
            let somebody = Somebody(number: worker)
            guard somebody.doubt != nil || isEnrolled(worker, by: employer) && isEnrolledElsewhere(worker, employer)
            else { continue }
            ruling.found.append(
                Ruling.Breach(
                    person: somebody.nik, amount: nil,
                    // A day that no calendar has needs no other source.
                    strength: somebody.doubt == .day ? "presumption" : "indication"))
        }
        return ruling
    }

    private static func isEnrolledElsewhere(_ worker: Int, _ employer: Dossier) -> Bool {
        employer.file.employers.contains { records in
            records != employer.records
                && employer.file.rows(records, MemberRow.self).contains { $0.row.worker == worker }
                && isEnrolled(worker, by: Dossier(file: employer.file, records: records))
        }
    }

    /// By a list of the month, and since its first day: whoever changes employers within a month may be in both lists in it.
    private static func isEnrolled(_ worker: Int, by employer: Dossier) -> Bool {
        let file = employer.file
        guard employer.isRegistered, employer.isActive, let list = employer.memberList, list.day >= file.month else {
            return false
        }
        return list.members.contains { $0.worker == worker && $0.isOn(file.day) && $0.from <= file.month }
    }
}
