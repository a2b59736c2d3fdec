public import Postgres
public import Register

extension FindingProof {
    /// Loads the newest version of a finding.
    ///
    /// - Parameters:
    ///   - code: `F-000123`, or the number alone.
    ///   - office: the office whose finding it is.
    ///   - session: the session to read with.
    /// - Returns: the proof.
    /// - Throws: `Fault` with `findingUnknown`; `PostgresError`.
    public static func load(_ code: String, office: Office, session: Session) throws -> FindingProof {
        guard let number = FindingCode.number(code),
            let row = try session.rowIfPresent(statement(office: office, number: number))
        else {
            throw Fault(
                .findingUnknown, "Office \(office.code) has no finding \(code).",
                hint: "See them with: patuh finding list")
        }
        let names: String = try row.get("evidence_names")
        return FindingProof(
            code: try row.get("code"), rule: try row.get("rule_code"),
            title: Bilingual(indonesian: try row.get("title"), english: try row.get("title_en")),
            explanation: Bilingual(indonesian: try row.get("explanation"), english: try row.get("explanation_en")),
            question: try question(row), strength: try row.get("strength"),
            business: try row.get("business"), businessCode: try row.get("business_code"),
            regency: try row.getIfPresent("regency"), worker: try row.getIfPresent("worker"),
            nik: try row.getIfPresent("nik"), amount: try row.getIfPresent("amount"),
            amountKind: try row.get("amount_kind"),
            evidence: try evidence(names, number, session), money: try money(number, session),
            sources: try sources(number, session), citations: try citations(of: try row.get("cites"), session),
            run: try row.get("from_run"), asOf: try row.get("as_of"), ruleHash: try row.get("rule_hash"),
            sha256: try row.get("sha256"), isOpen: try row.get("is_open"), isUnjudged: try row.get("is_unjudged"),
            decisions: try FindingDecision.all(of: number, office: office, session))
    }

    private static func question(_ row: Row) throws -> Bilingual? {
        guard let question: String = try row.getIfPresent("question") else { return nil }
        return Bilingual(indonesian: question, english: try row.getIfPresent("question_en") ?? question)
    }

    private static func statement(office: Office, number: Int64) -> SQL {
        """
        select
            audit.finding_code(f.finding_id) as code, f.rule_code, v.from_run, v.amount, v.strength, v.sha256,
            r.sha256 as rule_hash, r.header ->> 'title' as title, r.header ->> 'title_en' as title_en,
            r.header ->> 'explanation' as explanation, r.header ->> 'explanation_en' as explanation_en,
            nullif(r.header ->> 'question', '') as question, r.header ->> 'question_en' as question_en, r.header ->> 'amount' as amount_kind,
            r.header ->> 'evidence' as evidence_names, r.header ->> 'cites' as cites, n.as_of,
            b.name as business, b.code as business_code, b.regency, p.name as worker,
            register.masked_nik(p.nik) as nik,
            not exists (
                select from audit.finding_end as e
                where e.business_id = v.business_id and e.finding_id = v.finding_id and e.in_run > v.from_run
            ) as is_open,
            coalesce((
                select audit.ends_unjudged(e.business_id, e.in_run, f.rule_code)
                from audit.finding_end as e
                where e.business_id = v.business_id and e.finding_id = v.finding_id and e.in_run > v.from_run
                order by e.in_run desc
                limit 1
            ), false) as is_unjudged
        from audit.finding as f
        inner join audit.finding_version as v using (business_id, finding_id)
        inner join audit.rule_version as r using (rule_version_id)
        inner join audit.run as n on n.run_id = v.from_run
        inner join register.business_profile as b using (business_id)
        left join register.person_profile as p using (person_id)
        where f.finding_id = \(number) and f.office_id = \(office.id)
        order by v.from_run desc
        limit 1
        """
    }

    /// The newest version of the finding, as a table expression.
    private static func newest(_ number: Int64) -> SQL {
        """
        (select v.* from audit.finding_version as v where v.finding_id = \(number) order by v.from_run desc limit 1) as v
        """
    }

    private static func evidence(_ names: String, _ number: Int64, _ session: Session) throws -> [Evidence] {
        let values = try session.rows(
            "select e.key, e.value from \(newest(number)) cross join lateral jsonb_each_text(v.evidence) as e")
        var byName: [String: String?] = [:]
        for row in values { byName[try row.get("key")] = try row.getIfPresent("value", as: String.self) }
        return names.split { $0 == "," || $0 == " " }.map {
            Evidence(name: String($0), value: byName[String($0)] ?? nil)
        }
    }

    private static func money(_ number: Int64, _ session: Session) throws -> [MoneyLine] {
        try session.rows(
            """
            select m.* from \(newest(number))
            cross join lateral jsonb_populate_recordset(null::audit.contribution_line, v.money) as m
            order by m.month
            """
        ).map { row in
            MoneyLine(
                month: try row.get("month"), wage: try row.getIfPresent("wage"), base: try row.getIfPresent("base"),
                employerShare: try row.getIfPresent("employer_share"),
                workerShare: try row.getIfPresent("worker_share"),
                due: try row.get("due"), billed: try row.getIfPresent("billed"), paid: try row.get("paid"),
                short: try row.get("short"), status: try row.getIfPresent("status"))
        }
    }

    private static func sources(_ number: Int64, _ session: Session) throws -> [Source] {
        try session.rows(
            """
            select s.kind, b.file_name, s.batch_id, s.line from \(newest(number))
            cross join lateral jsonb_populate_recordset(null::audit.source_line, v.sources) as s
            inner join import.batch as b using (batch_id)
            order by s.kind, s.batch_id, s.line
            """
        ).map { row in
            Source(
                kind: try row.get("kind"), file: try row.get("file_name"), batch: try row.get("batch_id"),
                line: try row.get("line"))
        }
    }

    private static func citations(of cites: String, _ session: Session) throws -> [Citation] {
        try session.rows(
            """
            select c.instrument, c.article, c.summary, c.summary_en, c.confidence
            from unnest(regexp_split_to_array(\(cites), ',\\s*')) with ordinality as n (code, position)
            inner join reference.citation as c using (code)
            order by n.position
            """
        ).map { row in
            Citation(
                instrument: try row.get("instrument"), article: try row.get("article"),
                summary: Bilingual(indonesian: try row.get("summary"), english: try row.get("summary_en")),
                confidence: try row.get("confidence"))
        }
    }
}
