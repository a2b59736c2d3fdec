import Postgres

/// Who is enrolled through an employer, by the newest member list that names it.
extension Dossier {
    struct Membership {
        let worker: Int
        let wage: Int
        let from: CalendarDate
        let to: CalendarDate?

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

    /// The lists of the newest day that name the employer: of each of its records the file that came last, with the rows
    /// of it that came back mended, which take the place of earlier ones about the same worker.
    var memberList: MemberList? {
        let rows = rows(MemberRow.self)
        guard let newest = rows.map(\.day).max() else { return nil }
        let ofDay = rows.filter { $0.day == newest }
        let last = Dictionary(grouping: ofDay, by: \.row.firm).compactMapValues { $0.map { file.list($0.paper) }.max() }
        let chosen = ofDay.filter { file.list($0.paper) == last[$0.row.firm] }
        let members = Dictionary(grouping: chosen) { [$0.row.firm, $0.row.worker] }.values.flatMap { rows in
            rows.filter { $0.paper == rows.map(\.paper).max() }
        }
        return MemberList(
            day: newest, isIncomplete: last.values.contains { file.isIncomplete($0, on: newest) },
            members: members.map {
                Membership(worker: $0.row.worker, wage: $0.row.wage, from: $0.row.from, to: $0.row.to)
            })
    }
}
