public import Postgres
public import Register

/// Records what became of an announced visit: the final report (LHPA) that came of it, or that nobody followed the summons.
public enum Examination {
    /// Records the visit of an employer that was announced for a day on or before the day it was held.
    ///
    /// - Parameters:
    ///   - business: the employer.
    ///   - office: the branch.
    ///   - heldOn: day of the examination.
    ///   - report: number and date of the final report.
    ///   - today: no later day can have been.
    ///   - dryRun: checks, records nothing.
    ///   - session: the session to work with.
    /// - Throws: `Fault` with `examinationRefused` when no announced visit is left to record, a day is yet to come or the
    ///   number is that of another employer's report; `PostgresError`.
    public static func record(
        business: Int, office: Office, heldOn: CalendarDate, report: (number: String, date: CalendarDate),
        today: CalendarDate, dryRun: Bool = false, session: Session
    ) throws {
        try requirePast(heldOn, "The examination", "--held-on", today)
        try requirePast(report.date, "The report", "--report-date", today)
        try session.transaction { session in
            let visit = try announcedVisit(of: business, office, by: heldOn, session)
            guard heldOn <= report.date else {
                throw Fault(
                    .examinationRefused, "The report is dated \(report.date), before the examination on \(heldOn).",
                    hint: "Check --held-on and --report-date.")
            }
            try requireOwnNumber(report.number, business, office, session)
            if dryRun { return }
            try session.execute(
                """
                insert into inspection.examination (visit_id, held_on, report_date, office_id, report_number, actor)
                values (\(visit), \(heldOn), \(report.date), \(office.id), \(report.number), journal.actor())
                """)
            try session.execute(
                """
                select journal.record(
                    \(office.id)::smallint, 'inspection.record', 'visit ' || \(visit)::text, null,
                    jsonb_build_object('held_on', \(heldOn)::date, 'report', \(report.number)::text))
                """)
        }
    }

    /// Records that the employer did not come to the branch although a summons (SPPK) had called it there.
    ///
    /// The examination may still be recorded when it takes place later.
    ///
    /// - Parameters:
    ///   - business: the employer.
    ///   - office: the branch.
    ///   - missedOn: day on which nobody came.
    ///   - today: no later day can have been.
    ///   - dryRun: checks, records nothing.
    ///   - session: the session to work with.
    /// - Throws: `Fault` with `examinationRefused` when the day is yet to come, or no summons for a day on or before it is
    ///   left to record; `PostgresError`.
    public static func recordNoShow(
        business: Int, office: Office, missedOn: CalendarDate, today: CalendarDate, dryRun: Bool = false,
        session: Session
    ) throws {
        try requirePast(missedOn, "The no-show", "--no-show-on", today)
        try session.transaction { session in
            let visit = try announcedVisit(of: business, office, by: missedOn, session)
            let row = try session.row(
                """
                select kind, exists (select from inspection.no_show as n where n.visit_id = v.visit_id) as is_recorded
                from inspection.visit as v
                where v.visit_id = \(visit)
                """)
            guard try row.get("kind", as: String.self) == "office" else {
                throw Fault(
                    .examinationRefused, "The visit was to be at the employer's; nobody was summoned to the branch.",
                    hint: "Record a no-show for examinations at the branch (SPPK) only.")
            }
            guard try !row.get("is_recorded", as: Bool.self) else {
                throw Fault(
                    .examinationRefused, "The no-show of this visit has been recorded already.",
                    hint: "See: patuh report employer CODE")
            }
            if dryRun { return }
            try session.execute(
                """
                insert into inspection.no_show (visit_id, missed_on, office_id, actor)
                values (\(visit), \(missedOn), \(office.id), journal.actor())
                """)
            try session.execute(
                """
                select journal.record(
                    \(office.id)::smallint, 'inspection.no-show', 'visit ' || \(visit)::text, null,
                    jsonb_build_object('missed_on', \(missedOn)::date))
                """)
        }
    }

    /// What has happened is of a day that has begun.
    private static func requirePast(
        _ day: CalendarDate, _ what: String, _ option: String, _ today: CalendarDate
    ) throws {
        guard day > today else { return }
        throw Fault(
            .examinationRefused, "\(what) would be of \(day), and today is \(today).",
            hint: "Check \(option); record it when it has taken place.")
    }

    /// A final report is about one employer; records that people have decided are one share theirs.
    private static func requireOwnNumber(
        _ number: String, _ business: Int, _ office: Office, _ session: Session
    ) throws {
        // Two sessions that record reports of the same number come one after the other.
        try session.execute("select pg_advisory_xact_lock(hashtext('patuh.examination'), \(office.id))")
        let other = try session.rowIfPresent(
            """
            select b.code, e.held_on
            from inspection.examination as e
            inner join inspection.visit as v using (visit_id)
            inner join register.business_profile as b using (business_id)
            where e.office_id = \(office.id) and e.report_number = \(number)
                and v.business_id not in (select register.group_of(\(business)::bigint))
            limit 1
            """)
        guard let other else { return }
        throw Fault(
            .examinationRefused,
            "Report \(number) is that of the examination of employer \(try other.get("code", as: String.self)) on \(try other.get("held_on", as: CalendarDate.self)).",
            hint: "Check --report; a final report (LHPA) has a number of its own for each employer.")
    }

    /// The last visit of an employer that a letter announced for a day and that is still to be recorded.
    private static func announcedVisit(
        of business: Int, _ office: Office, by day: CalendarDate, _ session: Session
    ) throws -> Int {
        let visit: Int? = try session.valueIfPresent(
            """
            select v.visit_id
            from inspection.visit as v
            inner join letter.letter as l using (visit_id)
            -- Planned under any record of the register that counts for the employer.
            where v.business_id in (select register.members_of(\(business)::bigint))
                and v.office_id = \(office.id) and v.visit_on <= \(day)::date
                and not exists (select from inspection.examination as e where e.visit_id = v.visit_id)
            order by v.visit_on desc
            limit 1
            """)
        guard let visit else {
            throw Fault(
                .examinationRefused,
                "The employer has no announced visit on or before \(day) that is still to be recorded.",
                hint: "Plan and announce it first: patuh inspection plan, patuh letter issue visits")
        }
        return visit
    }
}
