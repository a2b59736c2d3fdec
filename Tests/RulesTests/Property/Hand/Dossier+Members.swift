import Postgres

/// Who is enrolled through an employer, by the member lists that name it.
extension Dossier {
    struct Membership {
        let worker: Int
        let wage: Int
        let from: CalendarDate
        let to: CalendarDate?

        func isOn(_ day: CalendarDate) -> Bool { covers(day, before: day.days(1)) }

        func covers(_ first: CalendarDate, before end: CalendarDate) -> Bool {
            from < end && to.map { $0 > first } ?? true
        }
    }

    struct MemberList {
        let day: CalendarDate
        let isIncomplete: Bool
        let members: [Membership]

        /// The membership of a worker in a month; of several periods in it the last counts.
        func membership(_ person: Person, in month: CalendarDate) -> Membership? {
            guard case .known(let worker) = person else { return nil }
            return latest { $0.worker == worker && $0.covers(month, before: month.months(1)) }
        }

        /// All memberships of a worker in a month.
        func memberships(_ person: Person, in month: CalendarDate) -> [Membership] {
            guard case .known(let worker) = person else { return [] }
            return members.filter { $0.worker == worker && $0.covers(month, before: month.months(1)) }
        }

        /// The memberships on a day, one of each worker.
        func memberships(on day: CalendarDate) -> [Membership] {
            Set(members.map(\.worker)).compactMap { worker in
                latest { $0.worker == worker && $0.covers(day, before: day.days(1)) }
            }
        }

        private func latest(_ isMeant: (Membership) -> Bool) -> Membership? {
            members.filter(isMeant).max { ($0.from, $0.wage) < ($1.from, $1.wage) }
        }
    }

    /// The list that speaks of the day of the audit: the newest of its month up to it; else the next one of that month or the
    /// next; else the newest before; else the next one after it.
    var memberList: MemberList? {
        let days = Set(rows(MemberRow.self).map(\.day))
        let ofMonth = days.filter { $0 >= file.month && $0 <= file.day }.max()
        let next = days.filter { $0 > file.day }.min()
        let soon = next.flatMap { $0 < file.month.months(2) ? $0 : nil }
        return (ofMonth ?? soon ?? days.filter { $0 < file.month }.max() ?? next).map(memberList)
    }

    /// The lists of every day.
    var memberLists: [MemberList] { Set(rows(MemberRow.self).map(\.day)).map(memberList) }

    /// The newest list of a month that is not the one that speaks.
    func latestMemberList(in month: CalendarDate, besides speaking: MemberList) -> MemberList? {
        memberLists.filter { $0.day != speaking.day && $0.day.firstOfMonth == month }.max { $0.day < $1.day }
    }

    /// The others that tell who was enrolled in a month: those of the month or later, and without any of the month the newest
    /// before it.
    func otherMemberLists(_ month: CalendarDate, besides speaking: MemberList) -> [MemberList] {
        let days = Set(rows(MemberRow.self).map(\.day))
        let isTold = days.contains { $0 >= month && $0 < month.months(1) }
        let before = isTold ? nil : days.filter { $0 < month }.max()
        return days.filter { $0 != speaking.day && ($0 >= month || $0 == before) }.map(memberList)
    }

    /// The lists of a day: of each of the employer's records the file that came last, with the rows of it that came back
    /// mended, which take the place of earlier ones about the same worker.
    private func memberList(of day: CalendarDate) -> MemberList {
        let ofDay = rows(MemberRow.self).filter { $0.day == day }
        let last = Dictionary(grouping: ofDay, by: \.row.firm).compactMapValues { $0.map { file.list($0.paper) }.max() }
        let chosen = ofDay.filter { file.list($0.paper) == last[$0.row.firm] }
        let members = Dictionary(grouping: chosen) { [$0.row.firm, $0.row.worker] }.values.flatMap { rows in
            rows.filter { $0.paper == rows.map(\.paper).max() }
        }
        return MemberList(
            day: day, isIncomplete: last.values.contains { file.isIncomplete($0, on: day) },
            members: members.map {
                Membership(worker: $0.row.worker, wage: $0.row.wage, from: $0.row.from, to: $0.row.to)
            })
    }
}
