import Register
import Reporting

/// What an import did, on standard error; a dry run prints the very same counts.
struct ImportSummary {
    private let outcome: ImportOutcome
    private let file: String

    init(_ outcome: ImportOutcome, file: String) {
        self.outcome = outcome
        self.file = file
    }

    func print() {
        if case .alreadyImported(let batch, let day) = outcome.verdict {
            Terminal.note("\(file): already imported as batch \(batch) on \(day); nothing changed.")
            return
        }
        let asOf = outcome.asOf.map { " as of \($0)" } ?? ""
        Terminal.note("\(file): \(outcome.layout)\(asOf)")
        let reading = outcome.reading
        Terminal.note("  Layout: \(reading.layout)")
        if let sheet = outcome.sheet {
            let others = outcome.otherSheets.map { "\(FreeText.masked($0.name)) (\(Self.rows($0.rows)))" }
            Terminal.note("  Sheet: \(FreeText.masked(sheet)). Not read: \(others.joined(separator: ", "))")
        }
        if reading.isPartial {
            Terminal.note("  Names some workers only: the others are as the last full list has them")
        }
        if let dates = reading.dates { Terminal.note("  Dates: \(dates)") }
        if let codes = reading.codes { Terminal.note("  Codes: \(codes)") }
        if !outcome.unread.isEmpty { Terminal.note("  Not read: \(outcome.unread.joined(separator: ", "))") }
        let total = outcome.total > 0 ? ", control total \(Rupiah.format(outcome.total))" : ""
        let doubts = outcome.warned > 0 ? " (\(outcome.warned) with a warning)" : ""
        Terminal.note(
            "  \(Self.rows(outcome.read)): \(outcome.accepted) accepted, \(outcome.unchanged) unchanged\(doubts), "
                + "\(outcome.rejected) rejected\(total)")
        if outcome.passedOver > 0 {
            Terminal.note(
                "  \(Self.rows(outcome.passedOver)) passed over: totals, headings, debits and balances, text"
            )
        }
        if !outcome.changes.isEmpty {
            Terminal.note("  Changes: \(outcome.changes.map(ChangeWords.phrase).joined(separator: ", "))")
        }
        for group in outcome.rejects { Terminal.note("  \(Self.line(group))") }
        for notice in outcome.notices where notice.isDoubt { Terminal.note("  Warning: \(notice.message)") }
        for group in outcome.warnings { Terminal.note("  Warning: \(Self.line(group))") }
        if let rejects = outcome.rejectsFile { Terminal.note("  Refused rows with reasons: \(rejects)") }
        Terminal.note("  \(ending)")
    }

    private static func line(_ group: ImportOutcome.Group) -> String {
        "\(rows(group.rows)): \(group.column): \(group.message) First at line \(group.firstLine). [\(group.code)]"
    }

    private static func rows(_ count: Int) -> String {
        count == 1 ? "1 row" : "\(count) rows"
    }

    private var ending: String {
        switch outcome.verdict {
        case .accepted(let batch): "Batch \(batch)."
        case .dryRun: "Dry run: nothing changed."
        case .refused: "None of its rows was taken. Mend them, or take the valid ones with --accept-valid."
        case .alreadyImported: ""
        }
    }
}
