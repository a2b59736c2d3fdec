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
                    hint:
                        "Where a wrong number has joined two: take its list back (patuh import undo), and what came in "
                        + "by the number, and import them again, the list with the right one.")
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
            if verdict == .same { try requireOneRegistration(one, other, codes, session) }
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

    /// Two employers that take part in JKN, each under its own code, stay two: the one's payments are not the other's.
    private static func requireOneRegistration(
        _ one: Int, _ other: Int, _ codes: (String, String), _ session: Session
    ) throws {
        let registered: Int = try session.value(
            """
            select count(*)
            from (
                select distinct on (r.business_id) r.business_id, r.closed_on
                from register.business_record as r
                where r.source = 'jkn'
                    and r.business_id in (
                        select register.group_of(\(one)::bigint) union select register.group_of(\(other)::bigint))
                    and not exists (select from import.withdrawal as w where w.batch_id = r.batch_id)
                order by r.business_id, r.as_of desc, r.batch_id desc
            ) as r
            where r.closed_on is null or r.closed_on > current_date
            """)
        guard registered < 2 else {
            throw Fault(
                .matchRefused,
                "\(codes.0) and \(codes.1) would join two employers that are registered with BPJS Kesehatan, each by itself.",
                hint: "What has been decided so far: patuh business match list")
        }
    }
}
