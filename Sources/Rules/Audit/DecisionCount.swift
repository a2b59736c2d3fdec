import Postgres
import Register

/// How many open findings stand under a decision of people.
public struct DecisionCount: Sendable, Equatable {
    /// The employer objects.
    public var contested = 0
    /// No action is taken.
    public var waived = 0
    /// The data behind them have been or will be corrected.
    public var corrected = 0
    /// Decisions that the run made lapse, on findings that are open.
    public var lapsed = 0

    /// No decision.
    init() {}

    /// Counts what stands after a run that has been stored, and what it made lapse.
    init(after run: Int, of scope: AuditScope, _ session: Session) throws {
        let office = scope.office.id
        try self.init(
            session.row(
                """
                select \(Self.counts), (
                        select count(*)
                        from audit.newest_decision(\(office)::smallint, \(scope.previous)::bigint) as d
                        where d.decision <> 'upheld' and audit.decision_holds(d, \(scope.previous)::bigint)
                            and not audit.decision_holds(d, \(run)::bigint)
                            and audit.is_open(d.business_id, d.finding_id, \(run)::bigint)
                    ) as lapsed
                from audit.decision_at(\(office)::smallint, \(run)::bigint) as d
                """))
    }

    /// Counts the decisions in force on findings that a run finds again, while its work tables are there.
    ///
    /// Nothing lapses by a run that is not stored.
    init(found scope: AuditScope, _ session: Session) throws {
        try self.init(
            session.row(
                """
                select \(Self.counts), 0 as lapsed
                from audit.decision_at(\(scope.office.id)::smallint, \(scope.previous)::bigint) as d
                where not exists (
                    select from work.gone as g where g.business_id = d.business_id and g.finding_id = d.finding_id
                )
                """))
    }

    private init(_ row: Row) throws {
        contested = try row.get("contested")
        waived = try row.get("waived")
        corrected = try row.get("corrected")
        lapsed = try row.get("lapsed")
    }

    private static let counts: SQL = """
        count(*) filter (where d.decision = 'contested') as contested,
        count(*) filter (where d.decision = 'waived') as waived,
        count(*) filter (where d.decision = 'data_corrected') as corrected
        """
}
