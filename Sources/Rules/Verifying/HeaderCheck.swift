import Postgres
import Register

/// Every rule file has a header of the closed schema and the three parts.
struct HeaderCheck: LawCheck {
    static let name = "header"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        book.rules.flatMap { source in
            let parts = Set(SQLParts(source).names)
            var reading = HeaderReading(source)
            _ = RuleHeader(&reading, name: source.name)
            return reading.flaws.map { error(source.path, $0.line, $0.what) }
                + Rule.parts.filter { !parts.contains($0) }.map { error(source.path, 1, "has no part [\($0)]") }
        }
    }
}
