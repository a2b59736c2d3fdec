import Postgres

/// What there is to say of a file as a whole; it is kept with the batch.
struct ImportNotices {
    let request: ImportRequest
    let recognition: LayoutRecognition
    let asOf: CalendarDate?

    /// The notices, in the order in which they are shown.
    var all: [ImportOutcome.Notice] {
        [titleDate, sheets, headings].compactMap { $0 }
            + recognition.layout.notices.map { ImportOutcome.Notice("wage_columns", $0, isDoubt: true) }
            + [futureDate].compactMap { $0 }
    }

    /// Where the date comes from that the rows do not have themselves.
    private var titleDate: ImportOutcome.Notice? {
        guard request.asOf == nil, recognition.layout.needsDate, let asOf else { return nil }
        return ImportOutcome.Notice("title_date", "That the file speaks of \(asOf) is what its titles say.")
    }

    private var sheets: ImportOutcome.Notice? {
        guard !recognition.otherSheets.isEmpty else { return nil }
        let others = recognition.otherSheets.map {
            "\(FreeText.masked($0.name)) (\($0.rows == 1 ? "1 row" : "\($0.rows) rows"))"
        }
        return ImportOutcome.Notice("sheets_not_read", "Sheets not read: \(others.joined(separator: ", "))")
    }

    private var headings: ImportOutcome.Notice? {
        guard !recognition.unread.isEmpty else { return nil }
        return ImportOutcome.Notice(
            "headings_not_read", "Columns not read: \(recognition.unread.joined(separator: ", "))")
    }

    private var futureDate: ImportOutcome.Notice? {
        guard let asOf, asOf > DateLimits.today else { return nil }
        return ImportOutcome.Notice("future_date", "\(asOf) is after today.", isDoubt: true)
    }
}
