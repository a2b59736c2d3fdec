import Postgres

/// Between the first and the last day of a figure, deadline or setting every day is covered.
struct GapCheck: LawCheck {
    static let name = "gap"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        LawTable.allCases.filter(\.isDated).flatMap(book.periods).flatMap(gaps)
    }

    private func gaps(_ periods: [LawRow]) -> [LawProblem] {
        guard var covered = periods.first?.validTo else { return [] }
        var problems: [LawProblem] = []
        for row in periods.dropFirst() {
            guard let from = row.validFrom, let to = row.validTo else { continue }
            if from > covered {
                problems.append(
                    error(row, "the \(row.table.noun) \(row.name) has no row from \(covered) until \(from)"))
            }
            covered = max(covered, to)
        }
        return problems
    }
}
