import Postgres
import Register

/// One section of a report as a file: header lines that tell what the columns are, then one SELECT.
struct SectionFile {
    let key: String
    let isMetadata: Bool
    /// Columns that are summed below the table.
    let totals: [String]
    let words: Set<String>
    /// Columns that hold keys of texts, separated by blanks.
    let texts: Set<String>
    private let statement: String
    private let kinds: [String: Column.Kind]

    /// Reads a file of `SQL/reports`.
    ///
    /// - Throws: `Fault` with `ruleMalformed` when it names no section.
    init(_ source: SourceText) throws {
        var header: [String: [String]] = [:]
        for line in source.text.split(separator: "\n").prefix(while: { $0.hasPrefix("-- ") }) {
            let parts = line.dropFirst(3).split(separator: ":", maxSplits: 1)
            guard parts.count == 2, !parts[0].contains(" ") else { continue }
            header[String(parts[0])] = parts[1].split { $0 == "," || $0 == " " }.map(String.init)
        }
        guard let key = header["section"]?.first else {
            throw Fault(
                .ruleMalformed, "\(source.path) does not name its section.",
                hint: "Begin it with \"-- section: KEY\"; SQL/reports/README.md describes section files.")
        }
        self.key = key
        isMetadata = header["as"] == ["metadata"]
        totals = header["total"] ?? []
        words = Set(header["words"] ?? [])
        texts = Set(header["texts"] ?? [])
        statement = source.text
        var kinds: [String: Column.Kind] = [:]
        for kind in [Column.Kind.money, .month, .percent] {
            for column in header[kind.rawValue] ?? [] { kinds[column] = kind }
        }
        self.kinds = kinds
    }

    /// The statement, with the number of all rows and the sums of ``totals`` behind its columns in each row.
    ///
    /// Rows beyond the limit stay in the database.
    func query(limit: Int?) -> SQL {
        let ofAll = ["count(*) over ()"] + totals.map { "(sum(s.\"\($0)\") over ())::bigint" }
        // All rows are wanted in any case: made apart, or the planner prepares for those within the limit alone.
        return """
            with section as materialized (\(unescaped: statement)
            )

            select s.*, \(unescaped: ofAll.joined(separator: ", "))
            from section as s
            limit \(limit)::bigint
            """
    }

    /// What a column holds: as the header says, else by its type in PostgreSQL.
    func kind(of column: String, typeOID: UInt32) -> Column.Kind {
        if let kind = kinds[column] { return kind }
        return switch typeOID {
        case 20, 21, 23: .integer
        case 16: .boolean
        case 1082: .date
        default: .text
        }
    }
}
