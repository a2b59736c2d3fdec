import Postgres

/// A step of an audit that makes tables of the schema `work` from others.
struct AuditTask: Sendable {
    /// What it is called in messages.
    let name: String
    /// Tables it makes; nobody else does.
    let makes: Set<String>
    /// Tables it reads, its own among them.
    let reads: Set<String>
    /// Does it, in a transaction of its own.
    let run: @Sendable (Session) throws -> Void

    init(
        name: String, makes: Set<String> = [], reads: Set<String>, run: @escaping @Sendable (Session) throws -> Void
    ) {
        self.name = name
        self.makes = makes
        self.reads = reads
        self.run = run
    }

    /// The names that follow `work.` in a statement.
    static func tables(in sql: String) -> Set<String> { names(after: "work.", in: sql) }

    /// The tables and views that a script makes.
    static func made(by sql: String) -> Set<String> {
        names(after: "create unlogged table work.", in: sql).union(names(after: "create view work.", in: sql))
    }

    private static func names(after prefix: String, in sql: String) -> Set<String> {
        var names: Set<String> = []
        for line in sql.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("--") {
            var rest = line[...]
            while let place = rest.firstRange(of: prefix) {
                rest = rest[place.upperBound...]
                let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                if !name.isEmpty { names.insert(String(name)) }
            }
        }
        return names
    }
}
