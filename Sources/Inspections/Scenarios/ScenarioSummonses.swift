import Postgres
public import Rules

extension ScenarioEvents {
    /// What a case says of announced visits.
    public static let summonses = ScenarioEvents(file: "panggilan.csv", record: Summonses.record)
}

/// What a case says of announced visits, in `panggilan.csv`: `business,kind,letter_date,visit_on,outcome,outcome_on`, where
/// kind is office or field, and outcome is held, no-show or empty.
enum Summonses {
    /// Writes plan, letter and outcome of each line as the commands do.
    @Sendable static func record(_ lines: [Scenario.Line], _ session: Session) throws {
        for line in lines {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let visit = try announce(fields, session)
            if fields[4] == "held" {
                try session.execute(
                    """
                    insert into inspection.examination (visit_id, held_on, report_date, office_id, report_number, actor)
                    select visit_id, \(fields[5])::date, \(fields[5])::date, office_id, '1/LHPA', 'a case'
                    from inspection.visit where visit_id = \(visit)
                    """)
            } else if fields[4] == "no-show" {
                try session.execute(
                    """
                    insert into inspection.no_show (visit_id, missed_on, office_id, actor)
                    select visit_id, \(fields[5])::date, office_id, 'a case' from inspection.visit where visit_id = \(visit)
                    """)
            }
        }
    }

    /// A visit of a plan that rests on a run without findings, with the letter that announces it.
    private static func announce(_ fields: [String], _ session: Session) throws -> Int {
        let visit: Int = try session.value(
            """
            with office as (
                select office_id from register.office where kind = 'bpjs_branch'
            ),

            officer as (
                insert into register.officer (office_id, staff_number, name, role, position, monthly_capacity)
                select o.office_id, r.role || \(fields[3]), 'Petugas Contoh', r.role, 'Petugas', 1
                from office as o cross join (values ('examiner'), ('labour_inspector')) as r (role)
                on conflict (office_id, staff_number) do update set position = excluded.position
                returning officer_id, role
            ),

            run as (
                insert into audit.run (started_at, finished_at, known_at, as_of, office_id, rule_set_sha256,
                    parameters_sha256, tool_version, actor)
                select now(), now(), now(), \(fields[2])::date, office_id, '', '', '', 'a case' from office
                returning run_id
            ),

            plan as (
                insert into inspection.plan (run_id, month, made_on, office_id, actor)
                select run_id, date_trunc('month', \(fields[3])::date), \(fields[2])::date, office_id, 'a case'
                from run cross join office
                returning plan_id
            )

            insert into inspection.visit (
                plan_id, business_id, score, visit_on, examiner, inspector, office_id, kind, parts)
            select p.plan_id, b.business_id, 1, \(fields[3])::date, e.officer_id, i.officer_id, o.office_id, \(fields[1]), '{}'
            from plan as p
            cross join office as o
            inner join officer as e on e.role = 'examiner'
            inner join officer as i on i.role = 'labour_inspector'
            inner join register.identifier as b on b.office_id = o.office_id and b.value = \(fields[0])
            returning visit_id
            """)
        try session.execute(
            """
            insert into letter.letter (
                business_id, visit_id, run_id, letter_date, sequence, office_id, year, kind, number, verification, sha256,
                issued_by, payload, pdf)
            select v.business_id, v.visit_id, p.run_id, \(fields[2])::date, v.visit_id, v.office_id, 2026,
                case v.kind when 'office' then 'SPPK' else 'SPPL' end, v.visit_id::text, v.visit_id::text, '', 'a case',
                '{}', ''
            from inspection.visit as v
            inner join inspection.plan as p using (plan_id)
            where v.visit_id = \(visit)
            """)
        return visit
    }
}
