import Postgres
public import Register

/// The law as the files have it: rules, articles and dated figures, and the statements that read them.
///
/// Nothing is refused while it is read, so that every fault can be told.
public struct LawBook: Sendable {
    /// Where the files are.
    public let resources: Resources
    /// The rule files.
    let rules: [SourceText]
    /// What functions and work tables ask of the law, and which of them each rule rests on.
    let needs: LawNeeds
    private let rows: [LawTable: [LawRow]]

    /// Reads the files.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable` or `csvMalformed`.
    public init(_ resources: Resources) throws {
        self.resources = resources
        rules = try SourceText.folder(resources.sql + "/rules", ending: ".sql")
        var rows: [LawTable: [LawRow]] = [:]
        for table in LawTable.allCases {
            let file = try CSVTable(path: "\(resources.sql)/parameters/\(table.rawValue).csv")
            rows[table] = file.rows.map { LawRow($0, of: table, in: file) }
        }
        self.rows = rows
        let statements = try ["functions", "worktables"].flatMap {
            try SourceText.folder("\(resources.sql)/\($0)", ending: ".sql")
        }
        needs = LawNeeds(statements: statements, rules: rules, names: rows.mapValues { Set($0.map(\.name)) })
    }

    /// The rows of a table, in file order.
    public func rows(_ table: LawTable) -> [LawRow] { rows[table] ?? [] }

    /// The rows of all tables.
    var allRows: [LawRow] { LawTable.allCases.flatMap(rows) }

    /// The rows of one name, by their first days; rows without readable dates are left out.
    func periods(_ table: LawTable) -> [[LawRow]] {
        let dated = rows(table).filter { row in
            guard let from = row.validFrom, let to = row.validTo else { return false }
            return from < to
        }
        return Dictionary(grouping: dated, by: \.name).values.map { rows in
            rows.sorted { ($0.validFrom ?? .earliest, $0.line) < ($1.validFrom ?? .earliest, $1.line) }
        }
    }
}
