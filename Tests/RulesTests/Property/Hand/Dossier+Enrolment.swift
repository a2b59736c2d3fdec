import Postgres

/// How a worker was enrolled in a month, by all member lists that tell of it.
extension Dossier {
    struct Enrolment {
        /// The highest wage that a list from the month up to the one that speaks has; nil where only others name the worker.
        let wage: Int?
    }

    /// Nobody is missing who stands on any of them.
    func enrolment(_ person: Person, in month: CalendarDate, by speaking: MemberList) -> Enrolment? {
        let others = otherMemberLists(month, besides: speaking)
        let told = others.filter { $0.day >= month && $0.day < speaking.day }
            .flatMap { $0.memberships(person, in: month) }.map(\.wage).max()
        if let own = speaking.membership(person, in: month) { return Enrolment(wage: max(own.wage, told ?? 0)) }
        return others.contains { !$0.memberships(person, in: month).isEmpty } ? Enrolment(wage: told) : nil
    }
}
