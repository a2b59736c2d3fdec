public import Postgres
public import Register

/// Audits an office: prepares the work tables, runs every rule, and stores the run with what changed.
///
/// The work tables are made in transactions of their own, so that several connections can share the work; what is stored
/// is stored in one transaction at the end. All or nothing.
public struct Auditor: Sendable {
    private let resources: Resources

    /// Works with the rules and work tables of the resources.
    public init(_ resources: Resources) {
        self.resources = resources
    }

    /// Runs an audit on several connections at once.
    ///
    /// - Parameters:
    ///   - request: what to audit.
    ///   - database: the connection that leads and stores the run.
    ///   - helpers: further connections to the same database.
    /// - Returns: what was found.
    /// - Throws: as the other `run`.
    public func run(_ request: AuditRequest, _ database: Database, helpers: [Database]) async throws -> AuditSummary {
        let board = AuditBoard()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            for helper in helpers { group.addTask { try await helper.run { try board.help($0) } } }
            let result: Result<AuditSummary, any Error>
            do {
                result = .success(try await database.run { try run(request, session: $0, board: board) })
            } catch {
                result = .failure(error)
            }
            board.close()
            // What stopped a helper has stopped the leader as well, who tells of it.
            while let end = await group.nextResult() { _ = end }
            return try result.get()
        }
    }

    /// Runs an audit; readers are not blocked.
    ///
    /// - Parameters:
    ///   - request: what to audit.
    ///   - session: the session that leads and stores the run.
    ///   - board: where other connections look for work.
    /// - Returns: what was found.
    /// - Throws: ``Fault`` with `ruleMalformed`, `ruleFailed`, `auditRunning` or `auditOutOfOrder`; `PostgresError`.
    public func run(
        _ request: AuditRequest, session: Session, board: AuditBoard = AuditBoard()
    ) throws -> AuditSummary {
        let ruleSet = try RuleSet(resources)
        return try judge(request, ruleSet, session, board, keeping: true) { summary, lifecycle, started in
            guard lifecycle.scope.isStored else { return summary }
            return try store(summary, lifecycle, started: started, session)
        }
    }

    /// Judges without storing, and hands over while the work tables are there: what is found (`work.found`), and how it
    /// differs from what the last run left (`work.previous`, `work.difference`, `work.gone`).
    ///
    /// - Parameters:
    ///   - request: what to judge; nothing is stored, whatever it says.
    ///   - rules: the rules to judge by; nil for those of the resources.
    ///   - session: the session to work with.
    ///   - board: where other connections look for work.
    ///   - body: reads the work tables.
    /// - Returns: what the body returns.
    /// - Throws: as `run`, and what the body throws.
    public func look<T>(
        _ request: AuditRequest, rules: RuleSet? = nil, session: Session, board: AuditBoard = AuditBoard(),
        _ body: (AuditSummary) throws -> T
    ) throws -> T {
        var request = request
        request.dryRun = true
        return try judge(request, try rules ?? RuleSet(resources), session, board, keeping: false) {
            summary, lifecycle, _ in
            try session.script(lifecycle.findings)
            return try body(summary)
        }
    }

    /// Whether rules, law and tool are those of a run.
    func isInForce(_ run: StoredRun, _ session: Session) throws -> Bool {
        let law: String = try session.value(RunRecord.lawHash)
        return try RuleSet(resources).sha256 == run.ruleSet && law == run.law && Version.current == run.tool
    }

    /// Judges, and hands over while the work tables are there; of few employers they may be kept for the next run.
    private func judge<T>(
        _ request: AuditRequest, _ ruleSet: RuleSet, _ session: Session, _ board: AuditBoard, keeping: Bool,
        _ body: (AuditSummary, FindingLifecycle, _ started: String) throws -> T
    ) throws -> T {
        try holdingLocks(request, session) { office in
            let started: String = try session.value("select clock_timestamp()::text")
            let scope = try AuditScope(request, office: office, session)
            try ruleSet.requireCitations(session)
            let tables = try WorkTables(resources)
            var isKept = false
            defer { if !isKept { tables.tidy(session) } }
            let lifecycle = try judge(by: ruleSet, tables, scope, session, board)
            try lifecycle.compare(board, session)
            let totals = RunTotals(runners: lifecycle.runners, judged: lifecycle.judged, maker: lifecycle.maker)
            try board.finish([totals.counting], session)
            var summary = AuditSummary(office: office.name, asOf: scope.asOf, ruleSet: ruleSet.sha256)
            try totals.read(into: &summary, session)
            try lifecycle.count(into: &summary, session)
            summary.decisions = try DecisionCount(found: lifecycle.scope, session)
            let value = try body(summary, lifecycle, started)
            if keeping, lifecycle.maker.isForFew {
                try tables.keep(rules: ruleSet.sha256, session)
                isKept = true
            }
            return value
        }
    }

    /// Makes the work tables and applies the rules: to the employers of whom something new speaks, and none when they are
    /// nobody.
    private func judge(
        by ruleSet: RuleSet, _ tables: WorkTables, _ scope: AuditScope, _ session: Session, _ board: AuditBoard
    ) throws -> FindingLifecycle {
        if scope.mayBePartial {
            let maker = try tables.open(scope, rules: ruleSet.sha256, few: true, session)
            let runners = try ruleSet.rules.map { try RuleRunner($0, session) }
            let made = tables.tasks(for: [], maker)
            try board.finish(made, session)
            let touched: Int = try session.value("select count(*) from work.touched")
            if try session.value("select partial from work.context"), touched < Self.many {
                let judging = touched > 0 ? runners.map { $0.judging(maker) } : []
                let tasks = tables.tasks(for: judging, maker).filter { task in !made.contains { $0.name == task.name } }
                try board.finish(tasks + judging, session)
                return FindingLifecycle(
                    scope: scope, runners: runners, judged: touched > 0 ? runners : [], maker: maker)
            }
        }
        let maker = try tables.open(scope, rules: ruleSet.sha256, few: false, session)
        let runners = try ruleSet.rules.map { try RuleRunner($0, session) }
        let judging = runners.map { $0.judging(maker) }
        try board.finish(tables.tasks(for: judging, maker) + judging, session)
        return FindingLifecycle(scope: scope, runners: runners, judged: runners, maker: maker)
    }

    /// Writes the run and what changed, and returns the summary with its number.
    private func store(
        _ summary: AuditSummary, _ lifecycle: FindingLifecycle, started: String, _ session: Session
    ) throws -> AuditSummary {
        try session.transaction { session in
            // To merge rows as wide as those of findings would sort them first.
            try session.script("\(AuditBoard.memory); set local enable_mergejoin = off")
            let run: Int = try session.value("select nextval('audit.run_run_id_seq')")
            for runner in lifecycle.runners { try runner.freeze(session) }
            try lifecycle.store(run, session)
            if summary.differing > Self.many { try lifecycle.analyze(session) }
            try RunRecord(run: run, scope: lifecycle.scope, started: started).store(summary, session)
            var summary = summary
            summary.run = run
            summary.decisions = try DecisionCount(after: run, of: lifecycle.scope, session)
            return summary
        }
    }

    /// From so many employers on work tables are large, and the tables of findings no longer what they were.
    private static let many = 1000

    /// Keeps other audits out while the body runs, and imports of the office, so that a run sees a batch whole or not at all.
    private func holdingLocks<T>(
        _ request: AuditRequest, _ session: Session, _ body: (Office) throws -> T
    ) throws -> T {
        guard try session.value("select pg_try_advisory_lock(hashtext('patuh.audit'))") else {
            throw Fault(.auditRunning, "Another audit is running on this database.", hint: "Wait until it has ended.")
        }
        defer { session.tidy("select pg_advisory_unlock(hashtext('patuh.audit'))") }
        let office = try Office.find(request.office, in: session)
        try session.execute("select pg_advisory_lock_shared(hashtext('patuh.import'), \(office.id))")
        defer { session.tidy("select pg_advisory_unlock_shared(hashtext('patuh.import'), \(office.id))") }
        return try body(office)
    }
}
