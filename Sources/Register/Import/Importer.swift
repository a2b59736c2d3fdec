public import Postgres

/// Takes a file into the register: recognises its layout, checks every row, and accepts all rows or none.
public struct Importer: Sendable {
    private let resources: Resources

    /// Works with the layouts and statements of the resources.
    public init(_ resources: Resources) {
        self.resources = resources
    }

    /// Imports a file in one transaction.
    ///
    /// - Parameters:
    ///   - request: what to import.
    ///   - session: the session to work with.
    ///   - rejectsPath: where refused rows go, in the layout of the file; nil for nowhere.
    ///   - progress: told how far the import is.
    ///   - check: may refuse what is about to be written, by throwing; nothing then stays.
    /// - Returns: what the import did, or would have done.
    /// - Throws: ``Fault`` for a file that is not recognised or not readable; `PostgresError`.
    public func run(
        _ request: ImportRequest, session: Session, rejectsPath: String?, progress: ImportProgress? = nil,
        check: (ImportOutcome) throws -> Void = { _ in }
    ) throws -> ImportOutcome {
        let survey = try FileSurvey(path: request.path)
        let layouts = try request.layouts(of: ImportLayout.all(in: resources))
            .map { $0.reading(dates: request.dateOrder) }
        let recognition = try LayoutRecognition.recognize(
            path: request.path, formats: survey.formats,
            layouts: layouts.filter { $0.kind == request.kind.rawValue },
            others: layouts.filter { $0.kind != request.kind.rawValue }, sheet: request.sheet)
        // The sheets of a workbook are files of their own: one name for each.
        let chosen = request.sheet.flatMap { _ in recognition.sheet }.map { " [\(FreeText.masked($0))]" }
        let request = request.named(request.fileName + (chosen ?? ""))
        let asOf = try request.date(recognition)
        let statement = SQLParts(try SourceText(path: "\(resources.sql)/imports/\(request.kind.rawValue).sql"))
        do {
            return try session.transaction { session in
                let office = request.kind.setsUpOffices ? nil : try Office.find(request.office, in: session)
                // A million rows are sorted and hashed in memory.
                try session.execute("set local work_mem = '256MB'")
                // One import of an office at a time: the second of two sees what the first brought.
                try session.execute("select pg_advisory_xact_lock(hashtext('patuh.import'), \(office?.id ?? 0))")
                var outcome = ImportOutcome(verdict: .dryRun, layout: recognition.layout.title, asOf: asOf)
                outcome.otherSheets = recognition.otherSheets
                outcome.sheet = recognition.otherSheets.isEmpty ? nil : recognition.sheet
                let employer = try request.employer(recognition.layout, of: office, in: session)
                try request.checkEmployer(employer, recognition.titleNumbers, of: office, in: session)
                let earlier = EarlierBatch(
                    request: request, recognition: recognition, hash: survey.sha256,
                    asOf: recognition.layout.needsDate || request.kind == .payments ? asOf : nil, office: office,
                    employer: employer)
                if request.replaces == nil, let verdict = try earlier.verdict(session) {
                    outcome.verdict = verdict
                    return outcome
                }
                outcome.notices = ImportNotices(request: request, recognition: recognition, asOf: asOf).all
                if request.replaces == nil { outcome.notices += try earlier.otherSheets(session) }
                let batch = ImportBatch(
                    request: request, recognition: recognition, hash: survey.sha256, office: office, asOf: asOf,
                    employer: employer)
                let number = try batch.open(session)
                try session.script(try statement.text("staging"))
                var load = StagingLoad(recognition)
                try load.run(path: request.path, session: session, progress: progress)
                if request.dateOrder == nil, let order = load.votes.contradiction {
                    throw request.otherOrder(order, load.votes)
                }
                if request.dateOrder == nil, load.votes.isMixed { throw request.mixedDates() }
                if load.rounding.isSeen { throw request.roundedNumbers() }
                try load.noteRefusals(session)
                progress?(.checking(rows: load.rows))
                // A small sample is enough for tables that are joined a few times and dropped.
                try session.script("set local default_statistics_target = 10; analyze staging")
                try session.script(try statement.text("check"))
                try session.execute("delete from staging as s using rejected as r where r.line = s.line")
                let noData: Int = try session.value("select count(*) from passed_over")
                try load.noteDoubts(session)
                if let doubts = statement.textIfPresent("warn") { try session.script(doubts) }
                if let preparation = statement.textIfPresent("prepare") { try session.script(preparation) }
                outcome.read = load.rows - noData
                outcome.passedOver = load.passedOver + noData
                outcome.unread = recognition.unread
                try batch.count(into: &outcome, session)
                if outcome.rejected > 0 {
                    if let rejectsPath {
                        outcome.rejectsFile = try RejectsFile(path: request.path, recognition: recognition)
                            .write(to: rejectsPath, session)
                    }
                    guard request.acceptValid || batch.refusesRowsAlone(outcome) else {
                        outcome.verdict = .refused
                        throw Undo(outcome)
                    }
                }
                try check(outcome)
                progress?(.writing(rows: batch.rowsToWrite(outcome), read: load.rows))
                try batch.record(outcome, number: number, session)
                try session.script("set local default_statistics_target to default")
                try session.script(try statement.text("accept"))
                // Too small for the server to analyse by itself. Of batches taken back it would expect hundreds where there
                // are none, hence nothing left of any list, and go through one for each row of another.
                try session.script("analyze import.batch, import.withdrawal")
                if let comparison = statement.textIfPresent("changes") { try session.script(comparison) }
                outcome.changes = try batch.correction.record(number, session)
                if request.dryRun { throw Undo(outcome) }
                outcome.verdict = .accepted(batch: number)
                return outcome
            }
        } catch let undo as Undo {
            return undo.outcome
        }
    }

    /// Rolls the transaction back and carries the outcome out of it.
    private struct Undo: Error {
        let outcome: ImportOutcome

        init(_ outcome: ImportOutcome) {
            self.outcome = outcome
        }
    }
}
