import Postgres
import Register
import Rules

/// What drafting a letter needs: office, run, date and the facts that all letters carry.
struct LetterContext {
    let office: Office
    let letterhead: Letterhead
    let date: CalendarDate
    let run: Int
    /// The newest decision on a finding when the letters were drafted; 0 without any.
    private let decision: Int
    private let trace: JSONValue

    init(office: Office, date: CalendarDate, run: Int, _ session: Session) throws {
        self.office = office
        self.date = date
        self.run = run
        letterhead = try Letterhead(office, session)
        decision = try LetterArchive.lastDecision(office: office.id, session)
        let row = try session.row(
            """
            select as_of, left(rule_set_sha256, 12) as rule_set, left(parameters_sha256, 12) as parameters
            from audit.run
            where run_id = \(run)
            """)
        let asOf: CalendarDate = try row.get("as_of")
        guard asOf <= date else {
            throw Fault(
                .letterRefused, "The letters would be dated \(date), before the data of \(asOf) that they rest on.",
                hint: "Date them on or after the audit's day: --on YYYY-MM-DD")
        }
        trace = [
            "run": .string(String(run)),
            "as_of": .string(IndonesianDate.long(year: asOf.year, month: asOf.month, day: asOf.day)),
            "rule_set": .string(try row.get("rule_set")),
            "parameters": .string(try row.get("parameters")),
        ]
    }

    /// A draft with the facts all letters share and those of its own.
    func draft(
        _ kind: LetterKind, business: Int, visit: Int?, hasAnnex: Bool, own: [JSONValue.Member], _ session: Session
    ) throws -> LetterDraft {
        let addressee = try session.row(
            "select code, name, address, regency from register.business_profile where business_id = \(business)")
        let shared: [JSONValue.Member] = [
            .init(
                "addressee",
                [
                    "title": "Pimpinan", "name": .string(try addressee.get("name")),
                    "address": .string(try addressee.get("address")),
                    "city": .string(try addressee.getIfPresent("regency") ?? ""),
                ]),
            .init("sanction", .optional(kind.sanctionPath?.rawValue)),
            .init("trace", trace),
        ]
        return LetterDraft(
            kind: kind, business: business, code: try addressee.get("code"), visit: visit, run: run, decision: decision,
            facts: letterhead.facts(
                kind, date: date, hasAnnex: hasAnnex, regency: try addressee.getIfPresent("regency")) + shared + own)
    }
}
