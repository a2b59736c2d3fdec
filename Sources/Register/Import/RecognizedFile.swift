import Postgres

/// A file whose layout was recognised, with what the user asks of it.
struct RecognizedFile {
    let request: ImportRequest
    let recognition: LayoutRecognition
    /// SHA-256 of its bytes.
    let hash: String
    /// Date that the whole file speaks of, by the user or by its titles.
    let asOf: CalendarDate?

    var layout: ImportLayout { recognition.layout }

    /// The date by which files of the same bytes are told apart; nil where their rows have their own.
    var distinguishingDate: CalendarDate? {
        layout.needsDate || request.kind == .payments ? asOf : nil
    }

    /// Reads the beginning of the file, which is hashed as a whole.
    ///
    /// - Parameters:
    ///   - request: the file, and how it is to be read.
    ///   - resources: the layouts.
    /// - Throws: ``Fault`` for a file that is not readable or not recognised, or that does not say of which date it is.
    init(_ request: ImportRequest, in resources: Resources) throws {
        let survey = try FileSurvey(path: request.path)
        let layouts = try request.layouts(of: ImportLayout.all(in: resources))
            .map { $0.reading(dates: request.dateOrder) }
        hash = survey.sha256
        recognition = try LayoutSearch(
            path: request.path, layouts: layouts.filter { $0.kind == request.kind.rawValue },
            others: layouts.filter { $0.kind != request.kind.rawValue }
        ).find(in: survey.formats, sheet: request.sheet)
        // The sheets of a workbook are files of their own: one name for each.
        let chosen = request.sheet.flatMap { [recognition] _ in recognition.sheet }.map { " [\(FreeText.masked($0))]" }
        self.request = request.named(request.fileName + (chosen ?? ""))
        try self.request.checkUnit(recognition)
        try self.request.checkMatter(recognition)
        asOf = try self.request.date(recognition)
    }
}
