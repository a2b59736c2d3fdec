/// How the lists of workers of a registered employer are held against its member list.
enum HandWorkerLists {
    /// Judges each worker on a fresh list of a month for which there are a minimum wage and a member list.
    ///
    /// What cannot be judged is left open.
    static func judge(
        _ employer: Dossier, _ ruling: inout Ruling,
        _ worker: (Dossier.Line, _ minimum: Int, Dossier.MemberList, inout Ruling) -> Void
    ) {
        guard employer.isRegistered, employer.isActive else { return }
        leaveOpen(employer, &ruling)
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
            worker(line, minimum, members, &ruling)
        }
    }

    /// What cannot be judged of an employer as a whole.
    static func leaveOpen(_ employer: Dossier, _ ruling: inout Ruling) {
        guard let lists = employer.lists else {
            ruling.leaveOpen("no_worker_list")
            return
        }
        guard !lists.isWhole else { return }
        ruling.leaveOpen(lists.hasFull || !lists.isFresh ? "worker_list_too_old" : "worker_list_partial")
    }
}
