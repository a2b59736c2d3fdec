import Postgres

/// Of one figure, deadline or setting no two rows hold on the same day.
struct OverlapCheck: LawCheck {
    static let name = "overlap"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        LawTable.allCases.filter(\.isDated).flatMap(book.periods).flatMap(overlaps)
    }

    private func overlaps(_ periods: [LawRow]) -> [LawProblem] {
        guard var longest = periods.first else { return [] }
        var problems: [LawProblem] = []
        for row in periods.dropFirst() {
            guard let from = row.validFrom, let to = row.validTo, let end = longest.validTo else { continue }
            if from < end {
                let until = end.isFinite ? "up to \(end)" : "without end"
                problems.append(
                    error(
                        row,
                        "the \(row.table.noun) \(row.name) from \(from) overlaps line \(longest.line), which holds \(until)"
                    ))
            }
            if to > end { longest = row }
        }
        return problems
    }
}
