public import Postgres
public import Register

/// Builds a report from its section files under `SQL/reports`.
public struct ReportBuilder: Sendable {
    private let resources: Resources
    private let catalogue: Catalogue

    /// Works with the statements of the resources and the words of a language.
    public init(_ resources: Resources, catalogue: Catalogue) {
        self.resources = resources
        self.catalogue = catalogue
    }

    /// Runs the sections of a report.
    ///
    /// - Parameters:
    ///   - name: folder under `SQL/reports`.
    ///   - scope: what the report is about; nil for reports on reference data.
    ///   - limit: most rows a section shows; totals still cover all rows.
    ///   - session: the session to read with.
    /// - Returns: the report.
    /// - Throws: `Fault`, `PostgresError`, or ``ReportingError`` for a missing text.
    public func build(_ name: String, scope: ReportScope?, limit: Int? = nil, session: Session) throws -> Report {
        var metadata: [Metadatum] = []
        if let scope {
            try scope.apply(to: session, language: catalogue.language)
            metadata.append(
                Metadatum(key: "office", label: try catalogue.text("column.office"), value: scope.office.name))
        }
        var sections: [Section] = []
        for file in try SourceText.folder("\(resources.sql)/reports/\(name)", ending: ".sql").map(SectionFile.init) {
            let section = try section(file, report: name, limit: limit, session)
            if file.isMetadata {
                metadata += try facts(of: section)
            } else {
                sections.append(section)
            }
        }
        return Report(
            key: name, title: try catalogue.text("report.\(name).title"), metadata: metadata, sections: sections,
            trace: try trace(session))
    }

    private func section(_ file: SectionFile, report: String, limit: Int?, _ session: Session) throws -> Section {
        let result = try session.table(file.query(limit: limit))
        let columns = try result.columns.dropLast(1 + file.totals.count).map { column in
            Column(
                key: column.name, title: try catalogue.text("column.\(column.name)"),
                kind: file.kind(of: column.name, typeOID: column.typeOID))
        }
        let rows = try result.rows.map { row in
            try columns.indices.map { try cell(row.text($0), in: columns[$0], file: file) }
        }
        // Of all rows the number, then the sums.
        let ofAll = (columns.count..<result.columns.count).map { result.rows.first?.text($0).flatMap(Int64.init) ?? 0 }
        let count = Int(ofAll[0])
        return Section(
            key: file.key, title: try catalogue.text("section.\(report).\(file.key)"), columns: columns, rows: rows,
            totals: totals(Array(ofAll.dropFirst()), count: count, columns: columns, file: file),
            note: rows.count < count
                ? try catalogue.text("report.limited", ["shown": String(rows.count), "all": String(count)]) : nil)
    }

    private func cell(_ text: String?, in column: Column, file: SectionFile) throws -> Cell {
        guard let text else { return .empty }
        if file.words.contains(column.key) {
            return .word(code: text, text: try catalogue.text("value.\(column.key).\(text)"))
        }
        if file.texts.contains(column.key) {
            let keys = text.split(separator: " ").map(String.init)
            return .word(code: text, text: try keys.map { try catalogue.text($0) }.joined(separator: ", "))
        }
        switch column.kind {
        case .text: return .text(text)
        case .integer: return Int64(text).map(Cell.integer) ?? .text(text)
        case .money: return Int64(text).map(Cell.money) ?? .text(text)
        case .date: return .date(text)
        case .month: return .month(text)
        case .percent: return .percent(text)
        case .boolean: return .boolean(text == "t")
        }
    }

    private func totals(_ sums: [Int64], count: Int, columns: [Column], file: SectionFile) -> [Cell]? {
        guard !sums.isEmpty, count > 1 else { return nil }
        let sum = Dictionary(uniqueKeysWithValues: zip(file.totals, sums))
        return columns.map { column in
            sum[column.key].map { column.kind == .money ? .money($0) : .integer($0) } ?? .empty
        }
    }

    private func facts(of section: Section) throws -> [Metadatum] {
        let words = try CellWords(catalogue)
        return zip(section.columns, section.rows.first ?? []).filter { $0.1 != .empty }.map { column, cell in
            Metadatum(key: column.key, label: column.title, value: words.text(cell), cell: cell)
        }
    }

    private func trace(_ session: Session) throws -> [Metadatum] {
        let row = try session.rowIfPresent(
            """
            select r.run_id as run, r.as_of, left(r.rule_set_sha256, 12) as rule_set,
                left(r.parameters_sha256, 12) as parameters, journal.actor() as actor
            from audit.run as r
            where r.run_id = report.run()
            """)
        guard let row else { return [] }
        let asOf: CalendarDate = try row.get("as_of")
        let run: Int64 = try row.get("run")
        return [
            Metadatum(
                key: "run", label: try catalogue.text("column.run"), value: String(run), cell: .integer(run)),
            Metadatum(
                key: "as_of", label: try catalogue.text("column.as_of"),
                value: catalogue.language.longDate(iso: asOf.description), cell: .date(asOf.description)),
            Metadatum(key: "rule_set", label: try catalogue.text("column.rule_set"), value: try row.get("rule_set")),
            Metadatum(
                key: "parameters", label: try catalogue.text("column.parameters"), value: try row.get("parameters")),
            Metadatum(key: "printed_by", label: try catalogue.text("column.printed_by"), value: try row.get("actor")),
        ]
    }
}
