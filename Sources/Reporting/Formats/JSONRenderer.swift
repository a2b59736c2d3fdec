/// The whole report as one JSON object with raw values.
public struct JSONRenderer: ReportRenderer {
    /// The version of the object's shape; it grows only when a member changes its meaning.
    public static let schemaVersion: Int64 = 1

    /// A renderer.
    public init() {}

    /// The report as JSON.
    public func render(_ report: Report) -> [UInt8] {
        let document: JSONValue = [
            "schema_version": .integer(Self.schemaVersion),
            "report": .string(report.key),
            "title": .string(report.title),
            "metadata": Self.object(report.metadata),
            "trace": Self.object(report.trace),
            "sections": .array(report.sections.map(Self.section)),
        ]
        return Array(document.pretty.utf8)
    }

    private static func object(_ metadata: [Metadatum]) -> JSONValue {
        .object(metadata.map { JSONValue.Member($0.key, $0.cell?.json ?? .string($0.value)) })
    }

    private static func section(_ section: Section) -> JSONValue {
        [
            "key": .string(section.key),
            "title": .string(section.title),
            "columns": .array(
                section.columns.map {
                    ["key": .string($0.key), "title": .string($0.title), "kind": .string($0.kind.rawValue)]
                }),
            "rows": .array(section.rows.map { section.object(of: $0) }),
            "totals": section.totals.map { section.object(of: $0) } ?? .null,
            "note": .optional(section.note),
        ]
    }
}

extension Section {
    /// A row's raw values by column key.
    func object(of row: [Cell]) -> JSONValue {
        .object(zip(columns, row).map { JSONValue.Member($0.key, $1.json) })
    }
}
