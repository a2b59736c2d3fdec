/// Aligned text for the terminal: no boxes, headings underlined, amounts to the right.
public struct TableRenderer: ReportRenderer {
    let catalogue: Catalogue
    let options: RenderOptions

    /// A renderer in the catalogue's language.
    public init(_ catalogue: Catalogue, options: RenderOptions = RenderOptions()) {
        self.catalogue = catalogue
        self.options = options
    }

    /// The report as text.
    public func render(_ report: Report) throws -> [UInt8] {
        let words = try CellWords(catalogue)
        let none = try catalogue.text("report.none")
        var blocks = [[emphasised(TextWidth.printable(report.title))] + facts(report.metadata)]
        let sections = options.section == nil ? report.sections : [try report.section(options.section)]
        for section in sections {
            var lines: [String] = section.title.isEmpty ? [] : [emphasised(TextWidth.printable(section.title))]
            lines += section.rows.isEmpty ? [none] : TableGrid(section, words: words, width: options.width).lines(style)
            if let note = section.note { lines += fitted(TextWidth.printable(note)) }
            blocks.append(lines)
        }
        if !report.trace.isEmpty { blocks.append(facts(report.trace)) }
        let text = blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
        return Array(text.utf8)
    }

    private func facts(_ metadata: [Metadatum]) -> [String] {
        let width = metadata.map { TextWidth.of($0.label) }.max() ?? 0
        return metadata.map {
            TextWidth.padded($0.label, to: width, right: false) + "  " + TextWidth.printable($0.value)
        }
    }

    private func fitted(_ text: String) -> [String] {
        options.width.map { TextWidth.wrapped(text, to: $0) } ?? [text]
    }

    private func style(_ line: String) -> String { emphasised(line) }

    private func emphasised(_ text: String) -> String {
        options.styled ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }
}
