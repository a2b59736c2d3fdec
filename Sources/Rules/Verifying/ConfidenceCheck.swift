import Postgres

/// No row rests on memory alone, or on nothing.
struct ConfidenceCheck: LawCheck {
    static let name = "confidence"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        book.allRows.filter { ["memory", "unknown"].contains($0.confidence) }.map { row in
            let since = row.validFrom.map { " from \($0)" } ?? ""
            let what = "the \(row.table.noun) \(row.name)\(since)"
            return warning(row, "\(what) has the confidence \(row.confidence): nobody confirmed it")
        }
    }
}
