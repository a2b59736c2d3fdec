/// The report as a printed page, set by the typesetter from `reports/report.typ`.
public struct PDFRenderer: ReportRenderer {
    let catalogue: Catalogue
    let press: Press

    /// A renderer in the catalogue's language.
    public init(_ catalogue: Catalogue, press: Press) {
        self.catalogue = catalogue
        self.press = press
    }

    /// The report as PDF.
    public func render(_ report: Report) async throws -> [UInt8] {
        let job = TypesetJob(
            template: "reports/report.typ", data: try data(report), timestamp: press.timestamp)
        return try await Typesetter.typeset([job], using: press.installation).first ?? []
    }

    /// What the template gets: words and alignments, no raw values.
    func data(_ report: Report) throws -> JSONValue {
        let words = try CellWords(catalogue)
        return [
            "language": .string(catalogue.language.rawValue),
            "title": .string(report.title),
            "metadata": Self.facts(report.metadata),
            "trace": Self.facts(report.trace),
            "none": .string(try catalogue.text("report.none")),
            "page": .string(try catalogue.text("report.page")),
            "of": .string(try catalogue.text("report.of")),
            "sections": .array(report.sections.map { Self.section($0, words: words) }),
        ]
    }

    private static func facts(_ metadata: [Metadatum]) -> JSONValue {
        .array(metadata.map { ["label": .string($0.label), "value": .string($0.value)] })
    }

    private static func section(_ section: Section, words: CellWords) -> JSONValue {
        let rows = section.rows.map { $0.map(words.text) }
        return [
            "title": .string(section.title),
            "columns": .array(
                section.columns.enumerated().map { index, column in
                    [
                        "title": .string(column.title),
                        "align": column.kind.isNumeric ? "right" : "left",
                        "width": .string(width(of: column, texts: rows.compactMap { $0.dropFirst(index).first })),
                    ]
                }),
            "rows": .array(rows.map(JSONValue.strings)),
            "totals": section.totals.map { .strings($0.map(words.text)) } ?? .null,
            "note": .optional(section.note),
        ]
    }

    /// Long texts share the room that figures and short texts leave, by their length; codes cannot be broken.
    private static func width(of column: Column, texts: [String]) -> String {
        let longest = texts.reduce(column.title.count) { max($0, $1.count) }
        let isBreakable = longest > 30 || texts.contains { $0.contains(" ") }
        return column.kind == .text && longest > 14 && isBreakable ? "\(min(longest, 48))fr" : "auto"
    }
}

/// What printing needs beside the report: the typesetter, and the moment the document is dated with.
public struct Press: Sendable {
    /// Where the typesetter stands.
    public let installation: TypesetterInstallation
    /// The document's date in seconds since 1970; the same date and data give the same bytes.
    public let timestamp: Int64

    /// A press.
    public init(_ installation: TypesetterInstallation, timestamp: Int64) {
        self.installation = installation
        self.timestamp = timestamp
    }
}
