import Postgres
public import Rules

/// What an audit run found, as a report.
public enum AuditReport {
    /// Builds the report from a run's summary.
    ///
    /// - Throws: ``ReportingError`` for a missing text.
    public static func build(_ summary: AuditSummary, _ catalogue: Catalogue) throws -> Report {
        func column(_ key: String, _ kind: Column.Kind = .integer) throws -> Column {
            Column(key: key, title: try catalogue.text("column.\(key)"), kind: kind)
        }
        let isEnglish = catalogue.language == .english
        let rules = Section(
            key: "rules", title: try catalogue.text("section.audit.rules"),
            columns: [
                try column("rule", .text), try column("rule_title", .text), try column("tested"),
                try column("violations"), try column("businesses"), try column("amount", .money),
            ],
            rows: summary.rules.map { result in
                [
                    .text(result.header.code),
                    .text(isEnglish ? result.header.title.english : result.header.title.indonesian),
                    .integer(Int64(result.tested)), .integer(Int64(result.violations)),
                    .integer(Int64(result.businesses)),
                    result.header.amount == .none ? .empty : .money(result.amount),
                ]
            })
        let notJudged = Section(
            key: "not_judged", title: try catalogue.text("section.audit.not_judged"),
            columns: [
                try column("rule", .text), try column("reason", .text), try column("subjects"),
                try column("businesses"),
            ],
            rows: try summary.notJudged.map { part in
                [
                    .text(part.rule),
                    .word(code: part.reason, text: try catalogue.text("value.reason.\(part.reason)")),
                    .integer(Int64(part.subjects)), .integer(Int64(part.businesses)),
                ]
            })
        let asOf = catalogue.language.longDate(iso: summary.asOf.description)
        return Report(
            key: "audit", title: try catalogue.text("report.audit.title"),
            metadata: [
                Metadatum(key: "office", label: try catalogue.text("column.office"), value: summary.office),
                Metadatum(
                    key: "run", label: try catalogue.text("column.run"), value: summary.run.map(String.init) ?? "–",
                    cell: summary.run.map { .integer(Int64($0)) } ?? .empty),
                Metadatum(
                    key: "as_of", label: try catalogue.text("column.as_of"), value: asOf,
                    cell: .date(summary.asOf.description)),
                Metadatum(
                    key: "changes", label: try catalogue.text("column.changes"),
                    value: try catalogue.text(
                        "audit.changes",
                        [
                            "new": String(summary.new), "changed": String(summary.changed),
                            "reopened": String(summary.reopened), "resolved": String(summary.resolved),
                            "unjudged": String(summary.unjudged),
                        ])),
                Metadatum(
                    key: "decisions", label: try catalogue.text("column.decisions"),
                    value: try catalogue.text(
                        "audit.decisions",
                        [
                            "contested": String(summary.decisions.contested),
                            "waived": String(summary.decisions.waived),
                            "corrected": String(summary.decisions.corrected),
                            "lapsed": String(summary.decisions.lapsed),
                        ])),
            ],
            sections: [rules, notJudged],
            trace: [
                Metadatum(
                    key: "rule_set", label: try catalogue.text("column.rule_set"),
                    value: String(summary.ruleSet.prefix(12)))
            ])
    }
}
