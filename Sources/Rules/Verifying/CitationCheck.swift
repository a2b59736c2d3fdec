import Postgres
import Register

/// Rules, figures and deadlines rest on articles that are on record and belong to the rule's path, and every article is one
/// that something rests on.
struct CitationCheck: LawCheck {
    static let name = "citation"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        let paths = Dictionary(
            book.rows(.citations).map { ($0.name, $0["paths"].split(separator: " ").map(String.init)) }
        ) { first, _ in first }
        let known = Set(paths.keys)
        var cited: Set<String> = []
        var problems: [LawProblem] = []
        for source in book.rules {
            let reading = HeaderReading(source)
            for code in reading.list("cites") {
                cited.insert(code)
                if !known.contains(code) {
                    problems.append(error(source.path, reading.line(of: "cites"), dead(code)))
                } else if let path = reading.list("path").first.flatMap(RuleHeader.Path.init),
                    let others = RuleSet.otherPaths(paths[code] ?? [], path)
                {
                    problems.append(
                        error(
                            source.path, reading.line(of: "cites"),
                            "cites \(code), which belongs to the path \(others), not to \(path.rawValue)"))
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
