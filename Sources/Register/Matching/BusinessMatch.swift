public import Postgres

/// Decides whether two businesses of the register are one employer: an event, which a later decision may overrule.
///
/// What came in for either then counts for one; the evidence stays where it is.
public enum BusinessMatch {
    /// Records a decision.
    ///
    /// - Parameters:
    ///   - verdict: what was decided.
    ///   - codes: any number of the one, and of the other.
    ///   - office: the office of both.
    ///   - reason: why, for the record.
    ///   - dryRun: checks, changes nothing.
    ///   - session: the session to work with.
    /// - Returns: true when the two count as one employer afterwards; a third may hold together what was parted.
    /// - Throws: ``Fault`` with `businessUnknown`, `businessAmbiguous` or `matchRefused`; `PostgresError`.
    public static func decide(
        _ verdict: MatchVerdict, _ codes: (String, String), office: Office, reason: String, dryRun: Bool = false,
        session: Session
    ) throws -> Bool {
        try session.transaction { session in
            try session.execute("select pg_advisory_xact_lock(hashtext('patuh.import'), \(office.id))")
            let one = try Business.record(codes.0, of: office, in: session)
            let other = try Business.record(codes.1, of: office, in: session)
            guard one != other else {
                throw Fault(
                    .matchRefused, "\(codes.0) and \(codes.1) are numbers of one record already.",
                    hint: "Take the batch back that gave a wrong number: patuh import undo")
            }
            let known: String? = try session.valueIfPresent(
                """
                select verdict from register.business_match
                where business_id = \(min(one, other)) and other_id = \(max(one, other))
                order by match_id desc limit 1
                """)
            guard known != verdict.rawValue else {
                throw Fault(
                    .matchRefused, "That is what was decided about \(codes.0) and \(codes.1) already.",
                    hint: "See: patuh business match list")
            }
            if dryRun { return verdict == .same }
            try session.execute(
                """
                insert into register.business_match (business_id, other_id, office_id, verdict, decided_by, reason)
                values (
                    \(min(one, other)), \(max(one, other)), \(office.id), \(verdict.rawValue), journal.actor(), \(reason))
                """)
            try session.execute(
                """
                select journal.record(
                    \(office.id)::smallint, 'business.match', 'business ' || \(one)::text || ' and ' || \(other)::text,
                    \(reason), jsonb_build_object('verdict', \(verdict.rawValue)::text))
                """)
            return try session.value("select \(other)::bigint in (select register.group_of(\(one)::bigint))")
        }
    }
}
