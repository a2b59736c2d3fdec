import FoundationEssentials
import Postgres
import Register

/// The functions come out to the worked examples of `SQL/examples`.
struct ExampleCheck {
    private static let name = "example"
    private let folder: String

    init(_ resources: Resources) {
        folder = resources.sql + "/examples"
    }

    /// The tables of examples, by name.
    var tables: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".csv") }.sorted()
            .map { String($0.dropLast(4)) }
    }

    /// Every example that does not come out, in a database with the functions and the data of the files.
    func problems(_ session: Session) throws -> [LawProblem] {
        try tables.flatMap { table in
            let examples = try CSVTable(path: "\(folder)/\(table).csv", delimiter: ";")
            let path = "\(folder)/\(table).sql"
            guard FileManager.default.fileExists(atPath: path) else { return try refusals(examples, session) }
            let statement = try SourceText(path: path)
            return try examples.rows.flatMap { row in
                try wholeRow(row, of: examples) { values in
                    let found = try answer(statement, examples.headings, row.fields, session)
                    return found.compactMap { column, value in
                        guard let expected = values[column] else {
                            return "has no column \(column), which \(table).sql computes"
                        }
                        guard expected != value else { return nil }
                        return "\(column) must be \(Self.shown(expected)), but comes out to \(Self.shown(value))"
                    }
                }
            }
        }
    }

    /// An empty field stands for null.
    private static func shown(_ value: String) -> String { value.isEmpty ? "nothing" : value }

    /// What the statement beside the table says of one example: column and value.
    private func answer(
        _ statement: SourceText, _ headings: [String], _ fields: [String], _ session: Session
    ) throws -> [(column: String, value: String)] {
        let columns = zip(headings, fields).map { "\($1)::text as \(identifier: $0)" as SQL }
        let example = columns.dropFirst().reduce(columns.first ?? "") { "\($0), \($1)" }
        let sql: SQL = """
            with example as (select \(example))
            select * from (
            \(unescaped: statement.text)
            ) as answer
            """
        let table = try session.transaction { try $0.table(sql) }
        guard table.rows.count == 1 else { throw NoAnswer(rows: table.rows.count) }
        return table.columns.enumerated().map { index, column in
            let text = table.rows[0].text(index) ?? ""
            // The server sends t and f; examples are written in full.
            return (column.name, column.typeOID == 16 ? ["t": "true", "f": "false"][text] ?? "" : text)
        }
    }

    /// The statement must say one thing of one example.
    private struct NoAnswer: Error {
        let rows: Int
    }

    /// Statements that the functions must refuse in the words of the table.
    private func refusals(_ examples: CSVTable, _ session: Session) throws -> [LawProblem] {
        try examples.rows.flatMap { row in
            try wholeRow(row, of: examples) { values in
                guard let statement = values["statement"], let state = values["sqlstate"],
                    let message = values["message"]
                else { return ["needs a statement beside the table, or the columns statement, sqlstate and message"] }
                do {
                    _ = try session.transaction { try $0.rows(SQL(unescaped: statement)) }
                    return ["must be refused with \(state), but is not"]
                } catch let error as PostgresError where error.code == .serverError {
                    guard error.sqlState != state || error.message != message else { return [] }
                    let found = "\(error.sqlState ?? "") \(error.message)"
                    return ["must be refused with \(state) \(message), but is with \(found)"]
                }
            }
        }
    }

    /// The problems of one row, errors of the database among them.
    private func wholeRow(
        _ row: CSVTable.Row, of examples: CSVTable, _ complaints: ([String: String]) throws -> [String]
    ) throws -> [LawProblem] {
        func problems(_ messages: [String]) -> [LawProblem] {
            messages.map {
                LawProblem(severity: .error, check: Self.name, path: examples.path, line: row.line, message: $0)
            }
        }
        guard row.fields.count == examples.headings.count else {
            return problems(["has not as many fields as headings"])
        }
        do {
            return problems(try complaints(examples.values(row)))
        } catch let error as PostgresError where error.code == .serverError {
            return problems(["cannot be computed: \(error.message)"])
        } catch let answer as NoAnswer {
            return problems(["needs one row of the statement, which returns \(answer.rows)"])
        }
    }
}
