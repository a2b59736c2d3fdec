import ArgumentParser
import FoundationEssentials
import Postgres

/// Which database a command works on.
struct ConnectionOptions: ParsableArguments {
    @Option(
        name: [.customShort("d"), .long],
        help: ArgumentHelp(
            "Database as connection string or URI (default: DATABASE_URL, PG* variables, else the private PostgreSQL).",
            valueName: "connection"))
    var dbname: String?

    /// `--dbname`, then `DATABASE_URL`, then libpq's own variables, else the private server.
    func target() throws -> ConnectionTarget {
        if let dbname { return .conninfo(dbname) }
        let environment = ProcessInfo.processInfo.environment
        if let url = environment["DATABASE_URL"], !url.isEmpty { return .conninfo(url) }
        let decisive = ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE", "PGPORT"]
        if decisive.contains(where: { environment[$0]?.isEmpty == false }) { return .environment }
        return .embedded(try .standard(), database: Self.privateDatabase)
    }

    /// Database on the private server; `PATUH_DATABASE` chooses another one, as the demo does.
    static var privateDatabase: String {
        ProcessInfo.processInfo.environment["PATUH_DATABASE"].flatMap { $0.isEmpty ? nil : $0 } ?? "patuh"
    }
}
