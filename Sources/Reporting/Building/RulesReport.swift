import Register
public import Rules

/// The rules of the audit, as a report.
public enum RulesReport {
    /// Builds the report from the rules as their files have them.
    ///
    /// - Throws: ``ReportingError`` for a missing text.
    public static func build(_ rules: RuleSet, _ catalogue: Catalogue) throws -> Report {
        let columns = [
            "rule", "rule_title", "subject", "strength", "path", "amount_kind", "articles", "rule_hash",
        ]
        let section = Section(
            key: "rules", title: "",
            columns: try columns.map { Column(key: $0, title: try catalogue.text("column.\($0)"), kind: .text) },
            rows: try rules.rules.map { rule in
                let header = rule.header
                return [
                    .text(header.code),
                    .text(catalogue.language == .english ? header.title.english : header.title.indonesian),
                    try word("subject", [header.subject.rawValue], catalogue),
                    try word("strength", header.strengths.map(\.rawValue), catalogue),
                    try word("path", [header.path.rawValue], catalogue),
                    try word("amount_kind", [header.amount.rawValue], catalogue),
                    .text(header.cites.joined(separator: ", ")),
                    .word(code: rule.source.sha256, text: String(rule.source.sha256.prefix(12))),
                ]
            })
        return Report(
            key: "rules", title: try catalogue.text("report.rules.title"), sections: [section],
            trace: [
                Metadatum(
                    key: "rule_set", label: try catalogue.text("column.rule_set"),
                    value: String(rules.sha256.prefix(12)), cell: .text(rules.sha256))
            ])
    }

    /// Codes with what people read for them.
    private static func word(_ key: String, _ codes: [String], _ catalogue: Catalogue) throws -> Cell {
        let texts = try codes.map { try catalogue.text("value.\(key).\($0)") }
        return .word(code: codes.joined(separator: ", "), text: texts.joined(separator: ", "))
    }
}
