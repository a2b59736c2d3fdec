import Postgres

/// How a worker was enrolled in a month, by all member lists that tell of it.
extension Dossier {
    struct Enrolment {
        /// The highest wage that a list up to the one that speaks has; nil where the worker stands on none from the month on.
        let wage: Int?
    }

    /// Nobody is missing who stands on any of them.
    func enrolment(_ person: Person, in month: CalendarDate, by speaking: MemberList) -> Enrolment? {
        let others = otherMemberLists(month, besides: speaking)
        func told(_ lists: [MemberList]) -> Int? {
            lists.filter { $0.day < speaking.day }.flatMap { $0.memberships(person, in: month) }.map(\.wage).max()
        }
        if let own = speaking.membership(person, in: month) { return Enrolment(wage: max(own.wage, told(others) ?? 0)) }
        return others.contains { !$0.memberships(person, in: month).isEmpty }
            ? Enrolment(wage: told(others.filter { $0.day >= month })) : nil
    }
}
