import Postgres
import Register

/// Tells of which file a statement is that the database refuses.
enum RefusedStatement {
    /// Runs the statements of a rule.
    ///
    /// - Throws: ``Fault`` with `ruleFailed` for whatever the server refuses.
    static func naming(rule path: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as PostgresError where error.code == .serverError {
            throw fault(
                path, error, hint: "Run the parts of the rule by hand over the work tables, or restore the file.")
        }
    }

    /// Runs the script of a work table.
    ///
    /// - Throws: ``Fault`` with `ruleFailed` where the statement itself is wrong; other errors as they are: a figure of the
    ///   law that is missing is no fault of the file.
    static func naming(workTable path: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as PostgresError where error.code == .serverError && isOfStatement(error) {
            throw fault(path, error, hint: "Restore the file.")
        }
    }

    /// Errors of the statement itself (class 42) name tables and columns; others may quote a value of a row.
    private static func isOfStatement(_ error: PostgresError) -> Bool { error.sqlState?.hasPrefix("42") == true }

    private static func fault(_ path: String, _ error: PostgresError, hint: String) -> Fault {
        let reason = isOfStatement(error) ? error.serverMessage : nil
        return Fault(
            .ruleFailed, "The database refused a statement of \(path): \(reason ?? error.message)", hint: hint)
    }
}
