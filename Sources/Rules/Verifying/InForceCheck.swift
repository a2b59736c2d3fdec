import Postgres

/// What rules, work tables and functions ask of the law is in force on the day.
struct InForceCheck: LawCheck {
    static let name = "in-force"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        book.needs.all.compactMap { need in
            let rows = book.rows(need.table).filter { $0.name == need.name }
            guard !rows.contains(where: { $0.isInForce(on: day) }) else { return nil }
            let what = "asks for the \(need.table.noun) \(need.name)"
            return error(
                need.path, need.line,
                rows.isEmpty
                    ? "\(what), which is not in \(need.table.rawValue).csv"
                    : "\(what), of which no row of \(need.table.rawValue).csv is in force on \(day)")
        }
    }
}
