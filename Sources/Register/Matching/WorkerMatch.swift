public import Postgres

/// Decides whether a worker without NIK is a person with one: an event, which a later decision may overrule.
public enum WorkerMatch {
    /// Records a decision.
    ///
    /// - Parameters:
    ///   - verdict: what was decided.
    ///   - worker: number of the worker without NIK, such as `P-000012`.
    ///   - person: number of the person with a NIK.
    ///   - office: the office.
    ///   - reason: why, for the record.
    ///   - dryRun: checks, changes nothing.
    ///   - session: the session to work with.
    /// - Throws: ``Fault`` with `workerUnknown` or `matchRefused`; `PostgresError`.
    public static func decide(
        _ verdict: MatchVerdict, worker: String, person: String, office: Office, reason: String, dryRun: Bool = false,
        session: Session
    ) throws {
        try session.transaction { session in
            try session.execute("select pg_advisory_xact_lock(hashtext('patuh.import'), \(office.id))")
            let one = try find(worker, office, withNIK: false, session)
            let other = try find(person, office, withNIK: true, session)
            let known: String? = try session.valueIfPresent(
                """
                select verdict from register.person_match
                where person_id = \(one) and other_id = \(other)
                order by match_id desc limit 1
                """)
            guard known != verdict.rawValue else {
                throw Fault(
                    .matchRefused, "That is what was decided about \(worker) and \(person) already.",
                    hint: "See: patuh worker match list")
            }
            if verdict == .same { try requireUndecided(one, worker, session) }
            if dryRun { return }
            try session.execute(
                """
                insert into register.person_match (person_id, other_id, office_id, verdict, decided_by, reason)
                values (\(one), \(other), \(office.id), \(verdict.rawValue), journal.actor(), \(reason))
                """)
            try session.execute(
                """
                select journal.record(
                    \(office.id)::smallint, 'worker.match', \(worker)::text || ' and ' || \(person)::text, \(reason),
                    jsonb_build_object('verdict', \(verdict.rawValue)::text))
                """)
        }
    }

    /// Nobody is two persons.
    private static func requireUndecided(_ worker: Int64, _ number: String, _ session: Session) throws {
        let other: String? = try session.valueIfPresent(
            "select register.person_code(identity_id) from register.merged_person() where person_id = \(worker)")
        guard let other else { return }
        throw Fault(
            .matchRefused, "\(number) has been decided to be \(other).",
            hint: "If that was wrong: patuh worker match reject \(number) \(other) --reason TEXT")
    }

    /// The person with a number, who has a NIK or not, and is somebody the office has to do with.
    private static func find(_ number: String, _ office: Office, withNIK: Bool, _ session: Session) throws -> Int64 {
        let digits = number.uppercased().hasPrefix("P-") ? String(number.dropFirst(2)) : number
        let found: Int64? = try session.valueIfPresent(
            """
            select p.person_id
            from register.person as p
            left join register.business as b using (business_id)
            where p.person_id = \(Int64(digits) ?? -1) and (p.nik is not null) = \(withNIK)
                and (p.nik is not null or b.office_id = \(office.id))
            """)
        guard let found else {
            throw Fault(
                .workerUnknown, "There is no worker \(number) \(withNIK ? "with a" : "without") NIK.",
                hint: "See the numbers with: patuh worker match list")
        }
        return found
    }
}
