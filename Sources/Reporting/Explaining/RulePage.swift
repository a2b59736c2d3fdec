import Postgres
import Register
public import Rules

/// A rule as a page of text: what it finds, by which evidence, and the law it rests on.
public struct RulePage: Sendable {
    private let catalogue: Catalogue

    /// Writes in the language of a catalogue.
    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// The page.
    ///
    /// - Parameters:
    ///   - basis: the rule and what it rests on.
    ///   - withStatements: whether the SQL follows.
    /// - Returns: the page as text.
    /// - Throws: ``ReportingError`` for a missing text.
    public func text(_ basis: RuleBasis, withStatements: Bool = false) throws -> String {
        let header = basis.rule.header
        var lines = ["\(header.code)  \(words(header.title))", ""] + paragraph(words(header.explanation))
        lines += [
            "",
            try field("column.subject", value("subject", header.subject.rawValue)),
            try field(
                "column.strength",
                header.strengths.map { try value("strength", $0.rawValue) }.joined(separator: ", ")),
            try field("column.path", value("path", header.path.rawValue)),
            try field("column.amount_kind", value("amount_kind", header.amount.rawValue)),
            try field("column.reads", header.reads.joined(separator: ", ")),
            try field("column.rule_hash", basis.rule.source.sha256),
            "", try catalogue.text("explain.evidence"),
        ]
        lines += table(try header.evidence.map { [$0, try catalogue.text("evidence.\($0)")] })
        if let question = header.question {
            lines += ["", try catalogue.text("explain.question")] + paragraph(words(question), indent: 2)
        }
        lines += ["", try catalogue.text("explain.law")]
        for article in basis.citations {
            lines.append("  \(article["instrument"]), \(article["article"])")
            let summary = article[catalogue.language == .english ? "summary_en" : "summary"]
            lines += paragraph("\(summary). [\(try certainty(of: article))]", indent: 4)
        }
        let day = catalogue.language.longDate(iso: basis.asOf.description)
        for kind in LawTable.allCases {
            let figures = basis.figures.filter { $0.table == kind }
            guard !figures.isEmpty else { continue }
            lines += ["", try catalogue.text("rule.in_force.\(kind.rawValue)", ["day": day])]
            lines += table(try figures.map { [$0.name] + (try cells(of: $0)) })
        }
        if withStatements { lines += ["", basis.rule.source.path, "", trimmed(basis.rule.source.text)] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func words(_ text: Bilingual) -> String {
        catalogue.language == .english ? text.english : text.indonesian
    }

    private func value(_ key: String, _ code: String) throws -> String {
        try catalogue.text("value.\(key).\(code)")
    }

    private func field(_ key: String, _ value: String) throws -> String {
        TextWidth.padded(try catalogue.text(key), to: 18, right: false) + " " + value
    }

    /// Value, first day, article, and how sure we are.
    private func cells(of figure: RuleBasis.Figure) throws -> [String] {
        guard let row = figure.row else { return [try catalogue.text("rule.not_in_force")] }
        return [
            try amount(of: row), try catalogue.text("rule.since", ["day": try date(row.validFrom)]), row["citation"],
            try certainty(of: row),
        ]
    }

    /// The value in its unit; units without words of their own stand as they are.
    private func amount(of row: LawRow) throws -> String {
        let unit = row["unit"]
        let digits = row[row.table == .deadlines ? "days" : "value"]
        guard let number = Int64(digits) else { return digits }
        switch unit {
        case "rupiah": return Rupiah.format(number)
        case "basis_points": return try CellWords(catalogue).text(.percent(percent(number)))
        case "boolean": return try catalogue.text(number == 0 ? "report.no" : "report.yes")
        case "": return digits
        default:
            let key = "unit.\(unit)"
            return "\(digits) \(catalogue.keys.contains(key) ? try catalogue.text(key) : unit)"
        }
    }

    /// Hundredths of a percent as percent, without zeros at the end.
    private func percent(_ basisPoints: Int64) -> String {
        var fraction = String(basisPoints % 100 + 100).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? "\(basisPoints / 100)" : "\(basisPoints / 100).\(fraction)"
    }

    private func certainty(of row: LawRow) throws -> String {
        try catalogue.text(
            "rule.certainty",
            ["confidence": try value("confidence", row.confidence), "day": try date(row.verifiedOn)])
    }

    private func date(_ day: CalendarDate?) throws -> String {
        guard let day else { return "–" }
        return try CellWords(catalogue).text(.date(day.description))
    }

    private func paragraph(_ text: String, indent: Int = 0) -> [String] {
        TextWidth.wrapped(text, to: 96 - indent).map { String(repeating: " ", count: indent) + $0 }
    }

    /// Lines of aligned columns.
    private func table(_ rows: [[String]]) -> [String] {
        let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
            rows.map { $0.indices.contains(column) ? TextWidth.of($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row, widths).map { TextWidth.padded($0, to: $1, right: false) }
            var line = "  " + cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    private func trimmed(_ text: String) -> String {
        var text = text
        while text.last == "\n" { text.removeLast() }
        return text
    }
}
