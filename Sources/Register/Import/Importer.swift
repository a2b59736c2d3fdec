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
    ///   - rejectsPath: where refused rows go, in the layout of the file.
    ///   - progress: told how far the import is.
    /// - Returns: what the import did, or would have done.
    /// - Throws: ``Fault`` for a file that is not recognised or not readable; `PostgresError`.
    public func run(
        _ request: ImportRequest, session: Session, rejectsPath: String, progress: ImportProgress? = nil
    ) throws -> ImportOutcome {
        let survey = try FileSurvey(path: request.path)
        let layouts = try request.layouts(of: ImportLayout.all(in: resources))
            .map { $0.reading(dates: request.dateOrder) }
        let recognition = try LayoutRecognition.recognize(
            path: request.path, formats: survey.formats,
            layouts: layouts.filter { $0.kind == request.kind.rawValue },
            others: layouts.filter { $0.kind != request.kind.rawValue }, sheet: request.sheet)
        // The sheets of a workbook are files of their own: one name for each.
        let chosen = request.sheet.flatMap { _ in recognition.sheet }.map { " [\($0)]" }
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
                if request.replaces == nil,
                    let earlier = try earlierBatch(
                        request.kind, hash: survey.sha256, sheet: chosen,
                        asOf: recognition.layout.needsDate || request.kind == .payments ? asOf : nil, office: office,
                        employer: employer, session)
                {
                    outcome.verdict = earlier
                    return outcome
                }
                let batch = ImportBatch(
                    request: request, layout: recognition.layout, hash: survey.sha256, office: office, asOf: asOf,
                    employer: employer, bringsBackRows: recognition.bringsBackRows)
                let number = try batch.open(session)
                try session.script(try statement.text("staging"))
                var load = StagingLoad(recognition)
                try load.run(path: request.path, session: session, progress: progress)
                if request.dateOrder == nil, let order = load.votes.contradiction {
                    throw request.otherOrder(order, load.votes)
                }
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
                outcome.notices = recognition.layout.notices
                if let asOf, asOf > DateLimits.today { outcome.notices.append("\(asOf) is after today.") }
                try batch.count(into: &outcome, session)
                if outcome.rejected > 0 {
                    try RejectsFile(path: request.path, recognition: recognition).write(to: rejectsPath, session)
                    outcome.rejectsFile = rejectsPath
                    guard request.acceptValid else {
                        outcome.verdict = .refused
                        throw Undo(outcome)
                    }
                }
                progress?(.writing(rows: load.rows))
                try batch.record(outcome, number: number, session)
                try session.script("set local default_statistics_target to default")
                try session.script(try statement.text("accept"))
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

    /// The batch that has the very bytes (of the same sheet, when one was named), for the same date and employer.
    private func earlierBatch(
        _ kind: ImportKind, hash: String, sheet: String?, asOf: CalendarDate?, office: Office?, employer: Int?,
        _ session: Session
    ) throws -> ImportOutcome.Verdict? {
        let row = try session.rowIfPresent(
            """
            select batch_id, to_char(imported_at, 'YYYY-MM-DD') as imported_on
            from import.batch as b
            where kind = \(kind.rawValue) and sha256 = \(hash) and office_id is not distinct from \(office?.id)::smallint
                and (\(asOf)::date is null or as_of is not distinct from \(asOf)::date)
                and business_id is not distinct from \(employer)::bigint
                and (\(sheet)::text is null or right(file_name, length(\(sheet)::text)) = \(sheet)::text)
                and not exists (select from import.withdrawal as w where w.batch_id = b.batch_id)
                -- What a later file has corrected may come again.
                and not exists (
                    select from import.change as c
                    inner join import.batch as l using (batch_id)
                    where l.batch_id > b.batch_id and l.kind = b.kind and l.office_id is not distinct from b.office_id
                        and not exists (select from import.withdrawal as w where w.batch_id = l.batch_id)
                )
            """)
        return try row.map { .alreadyImported(batch: try $0.get("batch_id"), on: try $0.get("imported_on")) }
    }
}
