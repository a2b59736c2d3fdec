import Postgres
import Register

/// What a run looks at: the office, the legal date, what was known when, and the run before.
struct AuditScope {
    let office: Office
    let asOf: CalendarDate
    /// A moment in PostgreSQL's own words.
    let knownAt: String
    /// The run whose findings are compared with; nil for a first one.
    let previous: Int?
    let everybody: Bool
    /// Only these businesses are judged; empty for all.
    let businesses: [Int]
    /// False when the run is only looked at: what was known at another moment is no run of now.
    let isStored: Bool

    /// Whether employers may be passed over of whom nothing new speaks.
    var mayBePartial: Bool { previous != nil && !everybody }

    /// Finds the office and the run before.
    ///
    /// - Throws: ``Fault`` with `auditOutOfOrder` for a date before that of the last run, or long after all lists;
    ///   `officeUnknown`; `PostgresError`.
    init(_ request: AuditRequest, office: Office, _ session: Session) throws {
        self.office = office
        asOf = request.asOf
        knownAt = try session.value("select coalesce(\(request.knownAt)::timestamptz, clock_timestamp())::text")
        everybody = request.everybody
        businesses = request.businesses
        isStored = !request.dryRun && request.knownAt == nil && request.businesses.isEmpty
        let last = try session.rowIfPresent(
            "select run_id, as_of from audit.run where run_id = audit.last_run(\(office.id)::smallint)")
        previous = try last?.get("run_id")
        if isStored { try requireLists(session) }
        guard let last, isStored else { return }
        let day: CalendarDate = try last.get("as_of")
        guard day <= asOf else {
            throw Fault(
                .auditOutOfOrder, "The last audit of office \(office.code) is as of \(day), after \(asOf).",
                hint: "Look at an earlier date without storing it: --dry-run")
        }
    }

    /// No earlier day can be audited afterwards: a day long after all lists, and yet to come, is a slip of the pen.
    private func requireLists(_ session: Session) throws {
        let reach: CalendarDate? = try session.valueIfPresent(
            """
            select max(b.as_of)
            from import.standing(\(office.id)::smallint, \(knownAt)::timestamptz) as b
            having \(asOf) > greatest(max(b.as_of) + interval '3 months', current_date)
            """)
        guard let reach else { return }
        throw Fault(
            .auditOutOfOrder, "The newest list of office \(office.code) is of \(reach), long before \(asOf).",
            hint: "Look at a later date without storing it: --dry-run")
    }
}
