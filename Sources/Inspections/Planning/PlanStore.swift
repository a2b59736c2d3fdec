public import Postgres
public import Register

/// Makes the plan of a month from the findings of the last audit, and stores it.
public enum PlanStore {
    /// A plan that was made.
    public struct Made: Sendable {
        /// Number of the plan.
        public let plan: Int
        /// False after a dry run: the plan was rolled back.
        public let isStored: Bool
        /// Days on which visits could take place.
        public let days: [CalendarDate]
        /// Visits and omissions.
        public let result: Planner.Result
    }

    /// Plans in one transaction; the newest plan of a month is in force.
    ///
    /// - Parameters:
    ///   - request: what to plan.
    ///   - session: the session to work with.
    ///   - body: looks at the plan inside the transaction, before a dry run is rolled back.
    /// - Returns: what the body returns.
    /// - Throws: `Fault` with `auditMissing` or `planRefused`; `PostgresError`.
    public static func make<T>(
        _ request: PlanRequest, session: Session, _ body: (Made, Session) throws -> T
    ) throws -> T {
        var result: T?
        do {
            return try session.transaction { session in
                let made = try make(request, session)
                let value = try body(made, session)
                result = value
                if request.dryRun { throw DryRun() }
                return value
            }
        } catch is DryRun {
            guard let result else { throw DryRun() }
            return result
        }
    }

    /// Rolls a dry run back.
    private struct DryRun: Error {}

    /// Refuses to go on when a month has no plan.
    ///
    /// - Throws: `Fault` with `planMissing`.
    public static func requirePlan(of office: Office, month: CalendarDate, in session: Session) throws {
        let plan: Int? = try session.valueIfPresent(
            "select inspection.plan_in_force(\(office.id)::smallint, \(month)::date)")
        guard plan != nil else {
            throw Fault(
                .planMissing, "Office \(office.code) has no plan for \(month.description.prefix(7)).",
                hint: "Make one: patuh inspection plan --month \(month.description.prefix(7))")
        }
    }

    private static func make(_ request: PlanRequest, _ session: Session) throws -> Made {
        let office = try Office.find(request.office, in: session)
        try session.execute("select pg_advisory_xact_lock(hashtext('patuh.plan'))")
        guard let run: Int = try session.valueIfPresent("select audit.last_run(\(office.id)::smallint)") else {
            throw Fault(
                .auditMissing, "Office \(office.code) has no audit run to plan from.",
                hint: "Run: patuh audit run --as-of YYYY-MM-DD")
        }
        try refuseWhenAnnounced(request, office, session)
        let input = PlanInput(request: request, office: office, run: run)
        let days = try input.days(session)
        guard !days.isEmpty else {
            throw Fault(
                .planRefused,
                "No working day of \(request.month.description.prefix(7)) is left after the lead time of the summons from \(request.madeOn).",
                hint: "Plan a later month, or give the date of the plan: --on YYYY-MM-DD")
        }
        let planner = Planner(
            days: days,
            visitsPerDay: try session.value("select law.setting('visits_per_day', \(request.madeOn)::date)"),
            examiners: try input.officers(.examiner, session), inspectors: try input.officers(.inspector, session))
        let result = planner.plan(try input.candidates(session))
        return Made(
            plan: try store(result, request, office, run, session), isStored: !request.dryRun, days: days,
            result: result)
    }

    private static func refuseWhenAnnounced(_ request: PlanRequest, _ office: Office, _ session: Session) throws {
        let announced: Int = try session.value(
            """
            select count(*)
            from inspection.visit as v
            inner join letter.letter as l using (visit_id)
            where v.plan_id = inspection.plan_in_force(\(office.id)::smallint, \(request.month)::date)
            """)
        guard announced == 0 else {
            throw Fault(
                .planRefused,
                "\(announced) visits of the plan for \(request.month.description.prefix(7)) have been announced by letter; a new plan would break these appointments.",
                hint: "Plan the next month; announced visits stay as they are.")
        }
    }

    private static func store(
        _ result: Planner.Result, _ request: PlanRequest, _ office: Office, _ run: Int, _ session: Session
    ) throws -> Int {
        let plan: Int = try session.value(
            """
            insert into inspection.plan (run_id, month, made_on, office_id, actor)
            values (\(run), \(request.month), \(request.madeOn), \(office.id), journal.actor())
            returning plan_id
            """)
        try session.script(
            """
            create temp table planned (
                business_id bigint, visit_on date, examiner bigint, inspector bigint, kind text, position bigint
            ) on commit drop;
            create temp table omitted (business_id bigint, reason text) on commit drop;
            """)
        _ = try session.copyIn("copy planned from stdin (format binary)") { writer in
            for (position, visit) in result.visits.enumerated() {
                writer.row(6)
                writer.int64(Int64(visit.candidate.business))
                writer.date(visit.day)
                writer.int64(Int64(visit.examiner))
                writer.int64(Int64(visit.inspector))
                writer.text(visit.candidate.kind.rawValue)
                writer.int64(Int64(position))
            }
        }
        _ = try session.copyIn("copy omitted from stdin (format binary)") { writer in
            for omission in result.omissions {
                writer.row(2)
                writer.int64(Int64(omission.candidate.business))
                writer.text(omission.reason.rawValue)
            }
        }
        try session.execute(
            """
            insert into inspection.visit (plan_id, business_id, score, visit_on, examiner, inspector, office_id, kind, parts)
            select \(plan), p.business_id, c.score, p.visit_on, p.examiner::integer, p.inspector::integer, \(office.id), p.kind, c.parts
            from planned as p
            inner join inspection.candidates(\(office.id)::smallint, \(run)::bigint, \(request.madeOn)::date) as c using (business_id)
            order by p.visit_on, p.position
            """)
        try session.execute(
            """
            insert into inspection.unplanned (plan_id, business_id, score, office_id, reason)
            select \(plan), o.business_id, c.score, \(office.id), o.reason
            from omitted as o
            inner join inspection.candidates(\(office.id)::smallint, \(run)::bigint, \(request.madeOn)::date) as c using (business_id)
            """)
        try session.execute(
            """
            select journal.record(
                \(office.id)::smallint, 'inspection.plan', 'plan ' || \(plan)::text, null,
                jsonb_build_object('month', \(request.month)::date, 'visits', \(result.visits.count)::bigint,
                    'left_out', \(result.omissions.count)::bigint))
            """)
        return plan
    }
}
