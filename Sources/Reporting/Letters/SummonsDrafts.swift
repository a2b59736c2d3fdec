import Postgres
import Register
import Rules

/// Drafts of the letters that announce planned visits: a summons to the branch or a notice of a field visit.
struct SummonsDrafts {
    let month: CalendarDate
    let texts: Catalogue

    /// Visits of the plan in force that have no letter yet, in the order of their days.
    ///
    /// - Throws: `Fault` with `planMissing` or `letterRefused`.
    func drafts(office: Office, date: CalendarDate, _ session: Session) throws -> [LetterDraft] {
        guard
            let plan = try session.rowIfPresent(
                """
                select plan_id, made_on, audit.last_run(office_id) as run_id from inspection.plan
                where plan_id = inspection.plan_in_force(\(office.id)::smallint, \(month)::date)
                """)
        else {
            let name = month.description.prefix(7)
            throw Fault(
                .planMissing, "Office \(office.code) has no plan for \(name).",
                hint: "Make one: patuh inspection plan --month \(name)")
        }
        let madeOn: CalendarDate = try plan.get("made_on")
        guard madeOn <= date else {
            throw Fault(
                .letterRefused, "The letters would be dated \(date), before the plan of \(madeOn) that they announce.",
                hint: "Date them on or after the plan: --on YYYY-MM-DD")
        }
        let context = try LetterContext(office: office, date: date, run: try plan.get("run_id"), session)
        let visits = try session.rows(
            """
            with planned as (
                -- Two records of the register that somebody has decided are one employer since the plan was made: one visit.
                select v.*, i.identity_id, row_number() over (
                        partition by i.identity_id
                        order by exists (select from letter.letter as l where l.visit_id = v.visit_id) desc, v.visit_on, v.visit_id
                    ) as place
                from inspection.visit as v
                inner join register.identity(\(office.id)::smallint) as i using (business_id)
                where v.plan_id = \(try plan.get("plan_id", as: Int.self))
            )

            select v.visit_id, v.identity_id as business_id, v.visit_on, v.kind, law.setting('visit_hour', v.visit_on) as hour,
                e.name as examiner, e.staff_number as examiner_number, e.position as examiner_position,
                i.name as inspector, i.staff_number as inspector_number, i.position as inspector_position,
                b.address, b.regency
            from planned as v
            inner join register.officer as e on e.officer_id = v.examiner
            inner join register.officer as i on i.officer_id = v.inspector
            inner join register.business_profile as b on b.business_id = v.identity_id
            where v.place = 1
                and not exists (select from letter.letter as l where l.visit_id = v.visit_id)
                -- Whoever has put things right since the plan was made is not summoned, nor who has nothing left to be asked.
                and exists (
                    select from letter.findings(\(office.id)::smallint, \(context.run)::bigint, v.identity_id, false)
                )
            order by v.visit_on, v.visit_id
            """)
        try refuseShortLead(visits, date, session)
        return try visits.map { try draft($0, context, session) }
    }

    private func refuseShortLead(_ visits: [Row], _ date: CalendarDate, _ session: Session) throws {
        let lead: CalendarDate = try session.value("select last_day from law.deadline('SUMMONS_LEAD', \(date)::date)")
        let days = try visits.map { try $0.get("visit_on", as: CalendarDate.self) }
        guard let first = days.min(), first <= lead else { return }
        throw Fault(
            .letterRefused,
            "The visit on \(first) is within the lead time of the summons, which runs from \(date) to \(lead).",
            hint: "Plan a later month; letters are not dated back.")
    }

    private func draft(_ visit: Row, _ context: LetterContext, _ session: Session) throws -> LetterDraft {
        let business: Int = try visit.get("business_id")
        let kind: LetterKind = try visit.get("kind", as: String.self) == "office" ? .summons : .fieldNotice
        let findings = try LetterFindings(
            business: business, office: context.office, run: context.run, accusing: false, session
        ).findings
        let documents = try texts.keys.filter { $0.hasPrefix("letter.document.") }.map { try texts.text($0) }
        let own: [JSONValue.Member] = [
            .init("legal_basis", .strings(try basis(findings))),
            .init("visit", try appointment(visit, kind, context)),
            .init("contact", ["name": .string(try visit.get("examiner")), "phone": .string(context.letterhead.phone)]),
            .init("officers", try officers(visit)),
            .init("documents", .strings(documents)),
            .init("findings", .array(findings.map(\.facts))),
            .init("total", nil), .init("deadline", nil), .init("consequence", nil), .init("annex", nil),
        ]
        return try context.draft(
            kind, business: business, visit: try visit.get("visit_id"), hasAnnex: true, own: own, session)
    }

    /// PP 86/2013 Ps.13(3)a is about registration and data; examinations of contributions alone do not rest on it.
    private func basis(_ findings: [LetterFindings.Finding]) throws -> [String] {
        let isOnRegistration = findings.contains { $0.path == RuleHeader.Path.administrative.rawValue }
        return isOnRegistration ? [try texts.text("letter.basis.examination")] : []
    }

    private func appointment(_ visit: Row, _ kind: LetterKind, _ context: LetterContext) throws -> JSONValue {
        let day: CalendarDate = try visit.get("visit_on")
        let hour: Int = try visit.get("hour")
        let place =
            kind == .summons
            ? "\(context.letterhead.name), \(context.letterhead.address), \(context.letterhead.city)"
            : "\(try visit.get("address", as: String.self)), \(try visit.getIfPresent("regency", as: String.self) ?? "")"
        return [
            "day": .string(IndonesianDate.weekday(day.weekday)),
            "date": .string(IndonesianDate.long(year: day.year, month: day.month, day: day.day)),
            "time": .string("\(hour < 10 ? "0" : "")\(hour).00 \(context.letterhead.timeZone)"),
            "place": .string(place),
            "agenda": .string(try texts.text("letter.agenda")),
        ]
    }

    private func officers(_ visit: Row) throws -> JSONValue {
        [
            [
                "role": "Petugas Pemeriksa", "name": .string(try visit.get("examiner")), "number_label": "NPP",
                "number": .string(try visit.get("examiner_number")),
                "position": .string(try visit.get("examiner_position")),
            ],
            [
                "role": "Pengawas Ketenagakerjaan", "name": .string(try visit.get("inspector")), "number_label": "NIP",
                "number": .string(try visit.get("inspector_number")),
                "position": .string(try visit.get("inspector_position")),
            ],
        ]
    }
}
