import Postgres

/// What there is to say of a file as a whole; it is kept with the batch.
struct ImportNotices {
    let file: RecognizedFile

    private var request: ImportRequest { file.request }
    private var recognition: LayoutRecognition { file.recognition }
    private var asOf: CalendarDate? { file.asOf }

    /// The notices, in the order in which they are shown.
    var all: [ImportOutcome.Notice] {
        [titleDate, titleBank, sheets, headings].compactMap { $0 }
            + recognition.layout.notices.map { ImportOutcome.Notice("wage_columns", $0, isDoubt: true) }
            + [allowances, days, futureDate].compactMap { $0 }
    }

    /// Where the date comes from that the rows do not have themselves.
    private var titleDate: ImportOutcome.Notice? {
        guard request.asOf == nil, recognition.layout.needsDate, let asOf else { return nil }
        return ImportOutcome.Notice("title_date", "That the file speaks of \(asOf) is what its titles say.")
    }

    /// Another bank than the one whose headings the statement has.
    private var titleBank: ImportOutcome.Notice? {
        guard let own = recognition.layout.constants?["bank"], let bank = recognition.constants["bank"], bank != own
        else {
            return nil
        }
        return ImportOutcome.Notice(
            "title_bank",
            "The titles name \(bank): its payments are kept under that name, although the headings are those of \(own).",
            isDoubt: true)
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

    /// Allowances for meals, journeys and the like depend on days, and are no part of the wage.
    private static let variable = ["tidak tetap", "makan", "transport", "lembur", "hadir", "hari raya", "thr"]

    /// Allowances beside the wage that may be fixed, and then are part of it.
    private var allowances: ImportOutcome.Notice? {
        let unread = unreadOfWages { heading in
            heading.hasPrefix("tunj") && !Self.variable.contains { heading.contains($0) }
        }
        guard !unread.isEmpty else { return nil }
        return ImportOutcome.Notice(
            "allowances_not_read",
            "The wage is without \(unread.joined(separator: ", ")); add what is fixed (tunjangan tetap) to it in the file.",
            isDoubt: true)
    }

    /// Days of work beside the wage, which may then be that of a day.
    private var days: ImportOutcome.Notice? {
        let unread = unreadOfWages { ["hari kerja", "jumlah hari", "jml hari", "hk"].contains($0) }
        guard !unread.isEmpty else { return nil }
        return ImportOutcome.Notice(
            "days_not_read", "\(unread.joined(separator: ", ")) is not read: a wage is taken to be that of a month.",
            isDoubt: true)
    }

    private func unreadOfWages(_ isMeant: (String) -> Bool) -> [String] {
        guard request.kind == .workers,
            file.layout.columns.contains(where: { ["wage", "basic_wage"].contains($0.to) })
        else { return [] }
        return recognition.unread.filter { isMeant($0.lowercased().replacing("_", with: " ")) }
    }

    private var futureDate: ImportOutcome.Notice? {
        guard let asOf, asOf > DateLimits.today else { return nil }
        return ImportOutcome.Notice("future_date", "\(asOf) is after today.", isDoubt: true)
    }
}
