public import Postgres
public import Register

/// Computes stored findings again from what their run had known, and compares the hashes of the proofs.
public struct FindingVerification: Sendable {
    private let office: Office

    /// Of an office.
    public init(_ office: Office) {
        self.office = office
    }

    /// Fills the temporary table `verified`: `finding_id, business_id, person_id, rule_code, run_id, result`.
    ///
    /// The result is `reproduced`, `differs` or `not_found`. A finding is judged as of the newest run in which it was open; a
    /// finding that has ended, as of the run that last said something of it.
    ///
    /// - Parameters:
    ///   - codes: numbers of findings, such as `F-000123`; empty for all that are open after the run.
    ///   - run: the run to verify; nil for the newest.
    ///   - auditor: judges again.
    ///   - session: the session to work with.
    /// - Throws: ``Fault`` with `findingUnknown`, `runUnknown` or `auditMissing`, and as
    ///   ``Auditor/look(_:rules:session:board:_:)``.
    public func prepare(_ codes: [String], run: Int?, _ auditor: Auditor, _ session: Session) throws {
        let newest = try StoredRun(run, of: office, session)
        try session.execute("drop table if exists pg_temp.verified")
        try session.script(
            """
            create temp table verified (
                finding_id bigint, business_id bigint, person_id bigint, rule_code text, run_id bigint, sha256 text, result text
            )
            """)
        if codes.isEmpty {
            try session.execute(
                """
                insert into verified
                select finding_id, business_id, person_id, rule_code, \(newest.run), sha256
                from audit.findings_at(\(office.id)::smallint, \(newest.run))
                """)
        } else {
            for code in codes { try take(code, newest, session) }
        }
        let runs = try session.rows("select distinct run_id from verified order by run_id").map {
            try $0.get("run_id", as: Int.self)
        }
        for run in runs { try judge(run, isAll: codes.isEmpty, auditor, session) }
    }

    private func take(_ code: String, _ newest: StoredRun, _ session: Session) throws {
        let taken =
            try FindingCode.number(code).map { number in
                try session.execute(
                    """
                    insert into verified
                    select f.finding_id, f.business_id, f.person_id, f.rule_code,
                        case when exists (
                            select from audit.finding_end as e
                            where e.business_id = v.business_id and e.finding_id = v.finding_id
                                and e.in_run > v.from_run and e.in_run <= \(newest.run)
                        ) then v.from_run else \(newest.run) end, v.sha256
                    from audit.finding as f
                    inner join audit.finding_version as v using (business_id, finding_id)
                    where f.finding_id = \(number) and f.office_id = \(office.id)::smallint and v.from_run <= \(newest.run)
                    order by v.from_run desc
                    limit 1
                    """)
            } ?? 0
        guard taken > 0 else {
            throw Fault(
                .findingUnknown, "Office \(office.code) has no finding \(code).",
                hint: "The numbers of findings: patuh finding list")
        }
    }

    private func judge(_ run: Int, isAll: Bool, _ auditor: Auditor, _ session: Session) throws {
        let stored = try StoredRun(run, of: office, session)
        let businesses: [Int] =
            isAll
            ? []
            : try session.rows("select distinct business_id from verified where run_id = \(run)").map {
                try $0.get("business_id")
            }
        let rules = try RuleSet(frozenIn: run, session)
        _ = try auditor.look(stored.again(businesses: businesses), rules: rules, session: session) { _ in
            try session.execute(
                """
                update verified as v
                set result = case
                    when p.sha256 is null then 'not_found' when p.sha256 = v.sha256 then 'reproduced' else 'differs'
                end
                from (
                    select v.finding_id, p.sha256
                    from verified as v
                    left join work.proof as p
                        on p.business_id = v.business_id and p.rule_code = v.rule_code
                        and coalesce(p.person_id, 0) = coalesce(v.person_id, 0)
                    where v.run_id = \(run)
                ) as p
                where p.finding_id = v.finding_id
                """)
        }
    }
}
