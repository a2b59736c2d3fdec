public import Postgres

/// The office a command works for.
public struct Office: Sendable {
    /// Key in the database.
    public let id: Int
    /// Code of the office (kode kantor).
    public let code: String
    /// Name as letters print it.
    public let name: String

    /// Finds the office with a code; without a code the only BPJS branch of the database.
    ///
    /// - Throws: ``Fault`` with `officeUnknown` or `officeAmbiguous`.
    public static func find(_ code: String?, in session: Session) throws -> Office {
        let rows =
            if let code {
                try session.rows("select office_id, code, name from register.office where code = \(code)")
            } else {
                try session.rows(
                    "select office_id, code, name from register.office where kind = 'bpjs_branch' order by code")
            }
        guard let row = rows.first else {
            throw try unknown(code, session)
        }
        guard rows.count == 1 else {
            let codes = try rows.map { try $0.get("code", as: String.self) }.joined(separator: ", ")
            throw Fault(.officeAmbiguous, "There are several offices: \(codes).", hint: "Say which: --office CODE")
        }
        return Office(id: try row.get("office_id"), code: try row.get("code"), name: try row.get("name"))
    }

    private static func unknown(_ code: String?, _ session: Session) throws -> Fault {
        let known = try session.rows("select code from register.office where kind = 'bpjs_branch' order by code")
            .map { try $0.get("code", as: String.self) }
        return Fault(
            .officeUnknown,
            known.isEmpty ? "There is no office yet." : "There is no office with the code \(code ?? "").",
            hint: known.isEmpty
                ? "Import the offices first: patuh import offices FILE"
                : "BPJS branches: \(known.joined(separator: ", ")).")
    }
}
