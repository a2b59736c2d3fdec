public import Postgres

/// Loads the reference data and the dated parameters whose files have changed.
public struct ReferenceData: Sendable {
    private let resources: Resources

    /// Works with the given resources.
    public init(_ resources: Resources) {
        self.resources = resources
    }

    /// Loads changed data files in the order of `SQL/reference/datasets.txt`; returns their names.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`; `PostgresError` when a row does not fit.
    public func load(_ session: Session) throws -> [String] {
        var loaded: [String] = []
        for name in try names() {
            let data = try SourceText(path: "\(resources.sql)/\(name).csv")
            let statement = try SourceText(path: "\(resources.sql)/\(name).sql")
            let hash = SHA256.hexadecimal(of: (data.sha256 + statement.sha256).utf8)
            let known: String? = try session.valueIfPresent(
                "select sha256 from reference.dataset where name = \(name)")
            if known == hash { continue }
            let parts = SQLParts(statement)
            try session.script(parts.text("staging"))
            _ = try session.copyInText("copy staging from stdin (format csv, header true)", file: data.path)
            try session.script(parts.text("load"))
            try session.execute("drop table staging")
            try session.execute(
                """
                insert into reference.dataset (name, sha256) values (\(name), \(hash))
                on conflict (name) do update set sha256 = excluded.sha256, loaded_at = clock_timestamp()
                """)
            loaded.append(name)
        }
        return loaded
    }

    private func names() throws -> [String] {
        try SourceText(path: resources.sql + "/reference/datasets.txt").text
            .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    }
}
