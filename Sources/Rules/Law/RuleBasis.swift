public import Postgres
public import Register

/// A rule with what it rests on: the articles it cites, and the dated law that its statements read.
public struct RuleBasis: Sendable {
    /// A figure, deadline or setting by name.
    public struct Figure: Sendable {
        /// The table it stands in.
        public let table: LawTable
        /// Its name.
        public let name: String
        /// The row in force on the day; nil when there is none.
        public let row: LawRow?
    }

    /// The rule.
    public let rule: Rule
    /// The articles, the breached duty first.
    public let citations: [LawRow]
    /// What its statements read, by table and name.
    public let figures: [Figure]
    /// The legal date.
    public let asOf: CalendarDate

    /// Looks up a rule in the files.
    ///
    /// - Parameters:
    ///   - code: code of the rule.
    ///   - asOf: the day whose law is wanted.
    ///   - resources: where the files are.
    /// - Throws: ``Fault`` with `ruleUnknown`, `ruleMalformed`, `fileUnreadable` or `csvMalformed`.
    public init(_ code: String, asOf: CalendarDate, resources: Resources) throws {
        let rules = try RuleSet(resources).rules
        guard let rule = rules.first(where: { $0.header.code == code }) else {
            throw Fault(
                .ruleUnknown, "There is no rule \(code).",
                hint: "The rules are: \(rules.map(\.header.code).joined(separator: ", ")).")
        }
        let book = try LawBook(resources)
        let articles = Dictionary(book.rows(.citations).map { ($0.name, $0) }) { _, last in last }
        self.rule = rule
        self.asOf = asOf
        citations = rule.header.cites.compactMap { articles[$0] }
        figures = LawTable.allCases.flatMap { table in
            book.needs.of(rule: code).filter { $0.table == table }.map(\.name).sorted().map { name in
                Figure(
                    table: table, name: name,
                    row: book.rows(table).first { $0.name == name && $0.isInForce(on: asOf) })
            }
        }
    }
}
