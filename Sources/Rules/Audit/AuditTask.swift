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
    static func tables(in sql: String) -> Set<String> { names(after: "work", in: sql) }

    /// The tables and views that a script makes.
    static func made(by sql: String) -> Set<String> {
        names(after: "create unlogged table work", in: sql).union(names(after: "create view work", in: sql))
    }

    /// The names behind a dot that follows a text, outside of comments.
    private static func names(after text: String, in sql: String) -> Set<String> {
        var names: Set<String> = []
        for line in sql.utf8.split(separator: UInt8(ascii: "\n"))
        where !line.drop(while: isBlank).starts(with: "--".utf8) {
            let parts = line.split(separator: UInt8(ascii: "."))
            for (before, after) in zip(parts, parts.dropFirst())
            where before.suffix(text.utf8.count).elementsEqual(text.utf8) {
                let name = Substring(after).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                if !name.isEmpty { names.insert(String(name)) }
            }
        }
        return names
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }
}
