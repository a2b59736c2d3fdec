/// A form in which a report leaves Patuh.
public enum OutputFormat: String, Sendable, CaseIterable {
    /// An aligned table for the terminal.
    case table
    /// Comma-separated values (RFC 4180), one section.
    case csv
    /// One JSON object.
    case json
    /// One JSON object per row.
    case jsonl
    /// A printed page.
    case pdf

    /// The format's renderer.
    ///
    /// - Parameters:
    ///   - catalogue: the words of the reader's language.
    ///   - options: width, colour and chosen section.
    ///   - press: what printed pages need; only `pdf` uses it.
    /// - Returns: the renderer.
    /// - Throws: when the catalogue lacks a word or `pdf` has no press.
    public func renderer(
        _ catalogue: Catalogue, options: RenderOptions = RenderOptions(), press: Press?
    ) throws -> any ReportRenderer {
        switch self {
        case .table: return TableRenderer(catalogue, options: options)
        case .csv: return CSVRenderer(options: options)
        case .json: return JSONRenderer()
        case .jsonl: return JSONLinesRenderer(options: options)
        case .pdf:
            guard let press else { throw ReportingError(.typesetterMissing, "No typesetter was given to print with.") }
            return PDFRenderer(catalogue, press: press)
        }
    }
}
