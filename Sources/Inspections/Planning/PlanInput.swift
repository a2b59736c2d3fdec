import Postgres
import Register

/// What a plan is made from: working days, officers with their absences, and employers with open findings.
struct PlanInput {
    enum Role: String {
        case examiner
        case inspector = "labour_inspector"
    }

    let request: PlanRequest
    let office: Office
    let run: Int

    /// Working days of the month after the lead time of the summons.
    func days(_ session: Session) throws -> [CalendarDate] {
        try session.rows(
            """
            select d.day::date as day
            from law.deadline('SUMMONS_LEAD', \(request.madeOn)::date) as l
            cross join generate_series(
                \(request.month)::date, (\(request.month)::date + interval '1 month - 1 day'), interval '1 day') as d (day)
            where d.day::date > l.last_day and law.is_working_day(d.day::date)
            order by d.day
            """
        ).map { try $0.get("day") }
    }

    /// The examiners of the branch, or the labour inspectors of its partner office.
    func officers(_ role: Role, _ session: Session) throws -> [Officer] {
        try session.rows(
            """
            with booked as (
                -- Other branches share the inspectors: their visits of the month are taken days.
                select v.visit_on, unnest(array[v.examiner, v.inspector]) as officer_id
                from inspection.visit as v
                inner join inspection.plan as q using (plan_id)
                where q.month = \(request.month)::date and q.office_id <> \(office.id)
                    and q.plan_id = inspection.plan_in_force(q.office_id, q.month)
            )

            select f.officer_id,
                greatest(0, f.monthly_capacity - (
                    select count(*) from booked as k where k.officer_id = f.officer_id)) as monthly_capacity,
                array(
                    select k.visit_on::text from booked as k where k.officer_id = f.officer_id
                    union
                    select d.day::date::text
                    -- Whichever branch has imported it: an inspector is away for all of them.
                    from inspection.absence as a
                    cross join generate_series(lower(a.period), upper(a.period) - 1, interval '1 day') as d (day)
                    where a.officer_id = f.officer_id
                        and not exists (select from import.withdrawal as w where w.batch_id = a.batch_id)
                ) as absences
            from register.officer as f
            inner join register.office as o on o.office_id = \(office.id)
            left join register.office as p on p.code = o.partner_code
            where f.role = \(role.rawValue) and f.office_id in (o.office_id, p.office_id)
            order by f.officer_id
            """
        ).map { row in
            let absences: [String] = try row.get("absences")
            return Officer(
                id: try row.get("officer_id"), capacity: try row.get("monthly_capacity"),
                absences: Set(absences.compactMap { CalendarDate(iso: $0) }))
        }
    }

    /// Employers with open findings, highest score first.
    func candidates(_ session: Session) throws -> [Candidate] {
        try session.rows(
            """
            with identity as materialized (
                select i.business_id, i.identity_id from register.identity(\(office.id)::smallint) as i
            ),

            -- Under whichever record of the register an employer was planned.
            planned as (
                select i.business_id
                from identity as i
                where i.identity_id in (
                    select o.identity_id
                    from inspection.visit as v
                    inner join inspection.plan as p using (plan_id)
                    inner join identity as o using (business_id)
                    where v.visit_on >= \(request.madeOn)::date and p.month <> \(request.month)::date
                        and p.plan_id = inspection.plan_in_force(p.office_id, p.month)
                )
            )

            select c.business_id, c.score, c.kind,
                case
                    when not c.in_jurisdiction then \(Omission.outsideJurisdiction.rawValue)
                    when c.is_correction then \(Omission.correctionOnly.rawValue)
                    when c.is_set_aside then \(Omission.setAside.rawValue)
                    when not c.may_be_named then \(Omission.indicationOnly.rawValue)
                    when c.business_id in (select p.business_id from planned as p)
                        then \(Omission.alreadyPlanned.rawValue)
                end as obstacle
            from inspection.candidates(\(office.id)::smallint, \(run)::bigint, \(request.madeOn)::date) as c
            order by c.score desc, c.business_id
            """
        ).map { row in
            Candidate(
                business: try row.get("business_id"), score: try row.get("score"),
                kind: Candidate.Kind(rawValue: try row.get("kind")) ?? .field,
                obstacle: try row.getIfPresent("obstacle", as: String.self).flatMap(Omission.init))
        }
    }
}
