import Postgres
import Register

/// Rules, figures and deadlines rest on articles that are on record, and every article is one that something rests on.
struct CitationCheck: LawCheck {
    static let name = "citation"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        let known = Set(book.rows(.citations).map(\.name))
        var cited: Set<String> = []
        var problems: [LawProblem] = []
        for source in book.rules {
            let reading = HeaderReading(source)
            for code in reading.list("cites") {
                cited.insert(code)
                if !known.contains(code) {
                    problems.append(error(source.path, reading.line(of: "cites"), dead(code)))
                }
            }
        }
        for row in LawTable.allCases.filter(\.cites).flatMap(book.rows) {
            cited.insert(row["citation"])
            if row["citation"].isEmpty {
                problems.append(error(row, "the \(row.table.noun) \(row.name) cites no article"))
            } else if !known.contains(row["citation"]) {
                problems.append(error(row, dead(row["citation"])))
            }
        }
        for row in book.rows(.citations) where !cited.contains(row.name) {
            problems.append(warning(row, "no rule, parameter or deadline cites \(row.name)"))
        }
        return problems
    }

    private func dead(_ code: String) -> String { "cites \(code), which is not in citations.csv" }
}
