import Postgres
import Register
import Rules

/// Drafts of first written warnings (Teguran I), after an examination.
///
/// They are for established breaches of the duties to register and to give correct data; other paths have other sanctions.
struct WarningDrafts {
    let businesses: [Int]
    let texts: Catalogue

    /// A warning for every business that may be warned and has none; the named ones only, when some are named.
    ///
    /// A warning is a sanction, and sanctions follow supervision and examination (PP 86/2013 Ps.13(1)): the announced
    /// visit must lie on or before the date of the letter.
    ///
    /// - Throws: `Fault` with `auditMissing`, or `letterRefused` for a named business that may not be warned.
    func drafts(office: Office, date: CalendarDate, _ session: Session) throws -> [LetterDraft] {
        guard let run: Int = try session.valueIfPresent("select audit.last_run(\(office.id)::smallint)") else {
            throw Fault(
                .auditMissing, "Office \(office.code) has no audit run yet.",
                hint: "Run: patuh audit run --as-of YYYY-MM-DD")
        }
        let context = try LetterContext(office: office, date: date, run: run, session)
        let rows = try session.rows(
            """
            with identity as materialized (
                select i.business_id, i.identity_id from register.identity(\(office.id)::smallint) as i
            ),

            -- The newest report on each employer, of visits to any record of the register that counts for it.
            examined as (
                select distinct on (i.identity_id) i.identity_id as business_id, e.visit_id
                from inspection.examination as e
                inner join inspection.visit as v using (visit_id)
                inner join identity as i using (business_id)
                where e.report_date <= \(date)::date
                order by i.identity_id, e.report_date desc, e.visit_id desc
            ),

            warned as (
                select distinct i.identity_id as business_id
                from letter.letter as l
                inner join identity as i using (business_id)
                where l.kind = \(LetterKind.firstWarning.rawValue)
            )

            select b.business_id, b.code,
                letter.warrants_warning(\(office.id)::smallint, \(run)::bigint, b.business_id) as in_breach,
                exists (
                    select from audit.findings_at(\(office.id)::smallint, \(run)::bigint) as f
                    where f.business_id = b.business_id and f.rule_code like 'REG-%' and f.strength = 'established'
                        and not audit.may_accuse(f.decision)
                ) as is_decided,
                e.visit_id as examined_visit,
                w.business_id is not null as warned
            from register.business_profile as b
            left join examined as e using (business_id)
            left join warned as w using (business_id)
            where b.office_id = \(office.id)
                -- What was found of a record before somebody decided that it is another is judged anew before it accuses.
                and b.business_id in (select i.identity_id from identity as i)
                and b.business_id in (
                    select business_id from audit.findings_at(\(office.id)::smallint, \(run)::bigint)
                    union
                    select unnest(\(businesses.map(Int64.init))::bigint[])
                )
                and (cardinality(\(businesses.map(Int64.init))::bigint[]) = 0
                    or b.business_id = any(\(businesses.map(Int64.init))::bigint[]))
            order by b.code
            """)
        return try rows.compactMap { row in
            if let obstacle = try obstacle(row) {
                guard businesses.isEmpty else { throw obstacle }
                return nil
            }
            return try draft(row, context, session)
        }
    }

    private func obstacle(_ row: Row) throws -> Fault? {
        let code: String = try row.get("code")
        if try !row.get("in_breach", as: Bool.self), try row.get("is_decided", as: Bool.self) {
            return Fault(
                .letterRefused,
                "Employer \(code) has no established breach of the duty to register that is not contested, waived or corrected.",
                hint: "See what was decided: patuh finding list --employer \(code)")
        }
        if try !row.get("in_breach", as: Bool.self) {
            return Fault(
                .letterRefused,
                "Employer \(code) has no established breach of the duties to register and to give correct data.",
                hint: "Arrears, labour norms and corrections of data take other paths than a warning under PP 86/2013.")
        }
        if try row.get("warned", as: Bool.self) {
            return Fault(.letterRefused, "Employer \(code) has had its first warning.", hint: "See: patuh letter list")
        }
        if try row.getIfPresent("examined_visit", as: Int.self) == nil {
            return Fault(
                .letterRefused,
                "Employer \(code) has no recorded examination by the date of the letter (PP 86/2013 Ps.13(1)).",
                hint: "Record it: patuh inspection record \(code) --held-on YYYY-MM-DD --report NUMBER")
        }
        return nil
    }

    private func draft(_ row: Row, _ context: LetterContext, _ session: Session) throws -> LetterDraft {
        let business: Int = try row.get("business_id")
        let examination = try session.row(
            """
            select held_on, report_number, report_date from inspection.examination
            where visit_id = \(try row.get("examined_visit", as: Int.self))
            """)
        let findings = try LetterFindings(
            business: business, office: context.office, run: context.run, accusing: true, session
        )
        .findings.filter { $0.bears(.administrative) }
        let annex = try WorkerAnnex(business: business, context: context, session).facts
        // The letter names what is due each month; sums for the past are billed.
        let amounts = findings.filter { $0.amountKind == "monthly" }.compactMap(\.amount)
        let sum = amounts.reduce(0, +)
        let term = try Self.term(on: context.date, session)
        let own: [JSONValue.Member] = [
            .init(
                "examination",
                [
                    "date": .string(Self.words(try examination.get("held_on"))),
                    "report": .string(try examination.get("report_number")),
                    "report_date": .string(Self.words(try examination.get("report_date"))),
                ]),
            .init("legal_basis", []),
            .init("contact", ["name": .string(context.letterhead.name), "phone": .string(context.letterhead.phone)]),
            .init("officers", []), .init("documents", []),
            .init("findings", .array(findings.map(\.facts))),
            .init(
                "total",
                amounts.isEmpty
                    ? nil
                    : [
                        "amount": .string(Rupiah.format(sum, cents: true)),
                        "words": .string("\(Terbilang.words(sum)) rupiah"),
                    ]),
            .init(
                "deadline",
                [
                    "date": "",
                    "text": .string("\(term) sejak surat ini diterima"),
                ]),
            .init("consequence", nil), .init("annex", annex ?? nil),
        ]
        return try context.draft(
            .firstWarning, business: business, visit: nil, hasAnnex: annex != nil, own: own, session)
    }

    /// How long the employer has, in words; the last day is not known before the letter is served.
    private static func term(on date: CalendarDate, _ session: Session) throws -> String {
        let row = try session.rowIfPresent(
            """
            select days::bigint as days, case unit when 'working' then 'hari kerja' else 'hari' end as unit
            from reference.deadline where name = 'TEGURAN_1' and period @> \(date)::date
            """)
        guard let row else {
            throw Fault(
                .letterRefused, "No deadline TEGURAN_1 is in force on \(date), the date of the letter.",
                hint: "Add a dated, cited row to SQL/parameters/deadlines.csv.")
        }
        let days: Int64 = try row.get("days")
        return "\(days) (\(Terbilang.words(days))) \(try row.get("unit", as: String.self))"
    }

    private static func words(_ date: CalendarDate) -> String {
        IndonesianDate.long(year: date.year, month: date.month, day: date.day)
    }
}
