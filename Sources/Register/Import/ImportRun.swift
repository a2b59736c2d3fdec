import Postgres

/// The steps of one import, in the order in which ``Importer`` takes them, within its transaction.
struct ImportRun {
    /// What the import has found so far.
    var outcome: ImportOutcome
    /// The number that the batch will have.
    private(set) var number = 0

    private let batch: ImportBatch
    private let statement: SQLParts
    private let session: Session

    private var file: RecognizedFile { batch.file }
    private var request: ImportRequest { file.request }
    private var recognition: LayoutRecognition { file.recognition }

    /// Waits for its turn and finds whose rows they are.
    ///
    /// - Throws: ``Fault`` for an office or employer that is unknown or contradicted by the file; `PostgresError`.
    init(_ file: RecognizedFile, _ resources: Resources, _ session: Session) throws {
        let request = file.request
        self.session = session
        statement = SQLParts(try SourceText(path: "\(resources.sql)/imports/\(request.kind.rawValue).sql"))
        let office = request.kind.setsUpOffices ? nil : try Office.find(request.office, in: session)
        // A million rows are sorted and hashed in memory.
        try session.execute("set local work_mem = '256MB'")
        // One import of an office at a time: the second of two sees what the first brought.
        try session.execute("select pg_advisory_xact_lock(hashtext('patuh.import'), \(office?.id ?? 0))")
        let employer = try request.employer(file.layout, of: office, in: session)
        try request.checkEmployer(employer, file.recognition.titles.numbers, of: office, in: session)
        batch = ImportBatch(file: file, office: office, employer: employer)
        outcome = ImportOutcome(verdict: .dryRun, layout: file.layout.title, asOf: file.asOf)
        outcome.otherSheets = file.recognition.otherSheets
        outcome.sheet = outcome.otherSheets.isEmpty ? nil : file.recognition.sheet
    }

    private var earlier: EarlierBatch {
        EarlierBatch(file: file, office: batch.office, employer: batch.employer)
    }

    /// Whether the very file is in the register already; the verdict then says so.
    mutating func isKnown() throws -> Bool {
        guard request.replaces == nil, let verdict = try earlier.verdict(session) else { return false }
        outcome.verdict = verdict
        return true
    }

    /// Takes a number, takes back what the file replaces, and creates the tables that the statements expect.
    mutating func open() throws {
        outcome.notices = ImportNotices(file: file).all
        if request.replaces == nil { outcome.notices += try earlier.otherSheets(session) }
        number = try batch.open(session)
        try session.script(try statement.text("staging"))
    }

    /// Brings the rows into the staging table; those whose format is wrong are refused.
    ///
    /// - Throws: ``Fault`` for a file whose rows contradict the way it is read; `PostgresError`.
    mutating func stage(_ progress: ImportProgress?) throws {
        var load = StagingLoad(recognition)
        try load.run(path: request.path, session: session, progress: progress)
        if request.dateOrder == nil {
            if let order = load.votes.contradiction { throw request.otherOrder(order, load.votes) }
            if load.votes.isMixed { throw request.mixedDates() }
        }
        if load.rounding.isSeen { throw request.roundedNumbers() }
        if request.layout == nil, let part = load.otherMatter {
            throw request.otherMatter("Line \(part.line)", part.word, recognition.layout)
        }
        try load.noteRefusals(session)
        try load.noteDoubts(session)
        outcome.read = load.rows
        outcome.passedOver = load.passedOver
        outcome.unread = recognition.unread
    }

    /// Holds the staged rows against the register and each other, and counts them by verdict.
    mutating func judge(_ progress: ImportProgress?) throws {
        progress?(.checking(rows: outcome.read))
        // A small sample is enough for tables that are joined a few times and dropped.
        try session.script("set local default_statistics_target = 10; analyze staging")
        try session.script(try statement.text("check"))
        try session.script(
            """
            delete from staging as s using rejected as r where r.line = s.line;
            delete from warned as w using rejected as r where r.line = w.line;
            """)
        if let doubts = statement.textIfPresent("warn") { try session.script(doubts) }
        if let preparation = statement.textIfPresent("prepare") { try session.script(preparation) }
        let noData: Int = try session.value("select count(*) from passed_over")
        outcome.read -= noData
        outcome.passedOver += noData
        try batch.count(into: &outcome, session)
    }

    /// Writes the refused rows to a file in the layout of theirs.
    mutating func writeRejects(to path: String) throws {
        outcome.rejectsFile = try RejectsFile(path: request.path, recognition: recognition).write(to: path, session)
    }

    /// Whether the other rows are taken although some are refused.
    var goesOnWithoutRefused: Bool { request.acceptValid || batch.refusesRowsAlone(outcome) }

    /// Writes the batch and its rows, and what they change.
    mutating func accept(_ progress: ImportProgress?) throws {
        progress?(.writing(rows: batch.rowsToWrite(outcome), read: outcome.read))
        try batch.record(outcome, number: number, session)
        try session.script("set local default_statistics_target to default")
        try session.script(try statement.text("accept"))
        // Too small for the server to analyse by itself. Of batches taken back it would expect hundreds where there
        // are none, hence nothing left of any list, and go through one for each row of another.
        try session.script("analyze import.batch, import.withdrawal")
        if let comparison = statement.textIfPresent("changes") { try session.script(comparison) }
        outcome.changes = try batch.correction.record(number, session)
    }
}
