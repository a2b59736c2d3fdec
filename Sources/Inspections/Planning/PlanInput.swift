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
            select f.officer_id, f.monthly_capacity,
                array(
                    select d.day::date::text
                    from inspection.absence as a
                    cross join generate_series(lower(a.period), upper(a.period) - 1, interval '1 day') as d (day)
                    where a.officer_id = f.officer_id
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
            select business_id, score, kind, in_jurisdiction, may_be_named
            from inspection.candidates(\(office.id)::smallint, \(run)::bigint, \(request.madeOn)::date)
            """
        ).map { row in
            let isHere: Bool = try row.get("in_jurisdiction")
            let mayBeNamed: Bool = try row.get("may_be_named")
            return Candidate(
                business: try row.get("business_id"), score: try row.get("score"),
                kind: Candidate.Kind(rawValue: try row.get("kind")) ?? .field,
                obstacle: isHere ? (mayBeNamed ? nil : .indicationOnly) : .outsideJurisdiction)
        }
    }
}
