public import Postgres
public import Register

/// Records that a planned visit took place, with the final report (LHPA) that came of it.
public enum Examination {
    /// Records the visit of an employer that was announced for a day on or before the day it was held.
    ///
    /// - Parameters:
    ///   - business: the employer.
    ///   - office: the branch.
    ///   - heldOn: day of the examination.
    ///   - report: number and date of the final report.
    ///   - session: the session to work with.
    /// - Throws: `Fault` with `examinationRefused` when no announced visit is left to record; `PostgresError`.
    public static func record(
        business: Int, office: Office, heldOn: CalendarDate, report: (number: String, date: CalendarDate),
        session: Session
    ) throws {
        try session.transaction { session in
            let visit: Int? = try session.valueIfPresent(
                """
                select v.visit_id
                from inspection.visit as v
                inner join letter.letter as l using (visit_id)
                where v.business_id = \(business) and v.office_id = \(office.id) and v.visit_on <= \(heldOn)::date
                    and not exists (select from inspection.examination as e where e.visit_id = v.visit_id)
                order by v.visit_on desc
                limit 1
                """)
            guard let visit else {
                throw Fault(
                    .examinationRefused,
                    "The employer has no announced visit on or before \(heldOn) that is still to be recorded.",
                    hint: "Plan and announce it first: patuh inspection plan, patuh letter issue visits")
            }
            guard heldOn <= report.date else {
                throw Fault(
                    .examinationRefused, "The report is dated \(report.date), before the examination on \(heldOn).",
                    hint: "Check --held-on and --report-date.")
            }
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
}
