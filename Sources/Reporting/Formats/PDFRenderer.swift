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
        func texts(_ cells: [Cell]) -> JSONValue { .strings(cells.map(words.text)) }
        return [
            "title": .string(section.title),
            "columns": .array(
                section.columns.map {
                    [
                        "title": .string($0.title),
                        "align": $0.kind.isNumeric ? "right" : "left",
                        // Text takes the room that figures leave.
                        "width": $0.kind == .text ? "1fr" : "auto",
                    ]
                }),
            "rows": .array(section.rows.map(texts)),
            "totals": section.totals.map(texts) ?? .null,
            "note": .optional(section.note),
        ]
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
