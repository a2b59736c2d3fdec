import CPostgreSQL
import FoundationEssentials

/// Which database to connect to.
public indirect enum ConnectionTarget: Sendable {
    /// A connection string of libpq: `host=… dbname=…` or `postgresql://…`.
    case conninfo(String)
    /// What the environment says: `PGHOST`, `PGDATABASE`, `PGSERVICE` and so on.
    case environment
    /// A database of a private server, which is started if it does not run.
    case embedded(EmbeddedServer, database: String)
    /// Another database on the server of a target; made by ``with(database:)``.
    case other(database: String, on: ConnectionTarget)

    /// The same server and user, another database.
    public func with(database: String) -> ConnectionTarget {
        switch self {
        case .embedded(let server, _): .embedded(server, database: database)
        case .other(_, let target): target.with(database: database)
        case .conninfo, .environment: .other(database: database, on: self)
        }
    }

    func parameters(application: String) throws(PostgresError) -> ConnectionParameters {
        var parameters = ConnectionParameters([
            ("fallback_application_name", application),
            ("client_encoding", "UTF8"),
        ])
        // libpq waits for ever by default; what the user says comes later in the list and wins.
        if ProcessInfo.processInfo.environment["PGCONNECT_TIMEOUT"] == nil {
            parameters.append("connect_timeout", "15")
        }
        switch self {
        case .environment:
            break
        case .conninfo(let text):
            try Self.check(text)
            parameters.append("dbname", text)
            parameters.append("client_encoding", "UTF8")
        case .embedded(let server, let database):
            for (keyword, value) in server.connectionSettings { parameters.append(keyword, value) }
            parameters.append("dbname", Self.string(naming: database))
        case .other(let database, .environment):
            parameters.append("dbname", Self.string(naming: database))
        case .other(let database, let target):
            // libpq takes the first name alone for a connection string, and the last one counts.
            parameters = try target.parameters(application: application)
            parameters.append("dbname", database)
        }
        return parameters
    }

    /// Parses a connection string without connecting: libpq's complaint may quote a password, so it is not shown.
    private static func check(_ conninfo: String) throws(PostgresError) {
        // Text without "=" and without a scheme is a plain database name to libpq.
        guard conninfo.contains("=") || conninfo.contains("://") else { return }
        var complaint: UnsafeMutablePointer<CChar>?
        let options = PQconninfoParse(conninfo, &complaint)
        defer {
            PQconninfoFree(options)
            PQfreemem(complaint)
        }
        guard options != nil else {
            throw PostgresError(
                .connectionFailed, "The connection string cannot be read.",
                hint: "Write it as \"host=… port=… dbname=… user=…\" or postgresql://user@host:port/database.",
                serverMessage: complaint.map { String(cString: $0) }
            )
        }
    }

    /// A name written as a connection string, so that it is not taken for one.
    private static func string(naming database: String) -> String { "dbname=\(quoted(database))" }

    static func quoted(_ value: String) -> String {
        var quoted = "'"
        for character in value {
            if character == "'" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return quoted + "'"
    }
}
