public import Postgres
public import Register

/// All rules of the catalogue; malformed in one place, it is refused as a whole.
public struct RuleSet: Sendable {
    /// The rules by code.
    public let rules: [Rule]

    /// SHA-256 over the codes and hashes of the rules.
    public var sha256: String {
        SHA256.hexadecimal(of: rules.map { "\($0.header.code) \($0.source.sha256)" }.joined(separator: "\n").utf8)
    }

    /// Reads `SQL/rules`.
    ///
    /// - Throws: ``Fault`` with `ruleMalformed`, naming file and line.
    public init(_ resources: Resources) throws {
        rules = try SourceText.folder(resources.sql + "/rules", ending: ".sql").map(Rule.init)
    }

    /// Reads the rules that a run used, as they were frozen then.
    ///
    /// - Throws: ``Fault`` with `ruleMalformed` for a rule of a form that is no longer known; `PostgresError`.
    public init(frozenIn run: Int, _ session: Session) throws {
        rules = try session.rows(
            """
            select v.code, v.body
            from audit.rule_result as r
            inner join audit.rule_version as v using (rule_version_id)
            where r.run_id = \(run)
            order by v.code
            """
        ).map { row in
            let code: String = try row.get("code")
            return try Rule(SourceText(name: code, path: "\(code) of run \(run)", text: try row.get("body")))
        }
    }

    /// Refuses rules that cite an article that is not on record, or that belongs to other paths than theirs: a rule must
    /// not threaten a sanction that the law has for something else.
    ///
    /// - Throws: ``Fault`` with `ruleMalformed`, naming file and line.
    public func requireCitations(_ session: Session) throws {
        var paths: [String: [String]] = [:]
        for row in try session.rows("select code, paths from reference.citation") {
            paths[try row.get("code")] = try row.get("paths", as: String.self).split(separator: " ").map(String.init)
        }
        for rule in rules {
            let place = "\(rule.source.path):\(HeaderReading(rule.source).line(of: "cites"))"
            for citation in rule.header.cites {
                guard let allowed = paths[citation] else {
                    throw Fault(
                        .ruleMalformed, "\(place) cites \(citation), which is not on record.",
                        hint: "Add the article to SQL/parameters/citations.csv.")
                }
                let path = rule.header.path
                if let others = Self.otherPaths(allowed, path) {
                    throw Fault(
                        .ruleMalformed,
                        "\(place) cites \(citation), which belongs to the path \(others), not to \(path.rawValue).",
                        hint: "Cite an article of the rule's own path, or change its path.")
                }
            }
        }
    }

    /// The paths of an article for a message, when that of a rule is none of them; nil when it is, or the article has none.
    static func otherPaths(_ allowed: [String], _ path: RuleHeader.Path) -> String? {
        allowed.isEmpty || allowed.contains(path.rawValue) ? nil : allowed.joined(separator: ", ")
    }
}
