import Postgres
import Register
import Rules
import TestSupport

/// A database with the evidence of a branch, and what its audits say.
struct BranchOffice {
    let branch: Branch
    let session: Session
    private(set) var reading = Reading()
    /// The batch that each paper became.
    private var batches: [Int: Int] = [:]

    /// Takes in the papers, takes back those that are to be taken back, and decides who is who.
    init(_ branch: Branch, _ session: Session) throws {
        self.branch = branch
        self.session = session
        try Evidence.importFile(.offices, PatuhTemplates.resources.scenarios + "/base/kantor.csv", session)
        for number in branch.papers.indices { try takeIn(number) }
        for (number, paper) in branch.papers.enumerated() where paper.isTakenBack { try takeBack(number) }
        for place in branch.decisions.indices { try decide(place) }
        for place in branch.recognitions.indices { try recognise(place) }
    }

    private mutating func takeIn(_ number: Int) throws {
        guard let taken = try branch.papers[number].takeIn(number: number, of: branch, session) else {
            reading.gone.insert(number)
            return
        }
        batches[number] = taken.batch
        reading.refused[number] = taken.refused
    }

    private mutating func takeBack(_ number: Int) throws {
        guard let batch = batches[number] else { return }
        do {
            _ = try Withdrawal.withdraw(
                batch, office: try Office.find(nil, in: session), reason: "a test", session: session)
            reading.gone.insert(number)
        } catch let fault as Fault where fault.code == .batchIsNeeded {
            return
        }
    }

    private mutating func decide(_ place: Int) throws {
        let decision = branch.decisions[place]
        guard let one = number(of: decision.one), let other = number(of: decision.other) else { return }
        do {
            _ = try BusinessMatch.decide(
                decision.isSame ? .same : .different, (one, other), office: try Office.find(nil, in: session),
                reason: "a test", session: session)
            reading.decided.insert(place)
        } catch let fault as Fault where [.matchRefused, .businessUnknown, .businessAmbiguous].contains(fault.code) {
            return
        }
    }

    /// A number under which the papers that were read know a firm.
    private func number(of firm: Int) -> String? {
        let rows = branch.papers.enumerated().filter { !reading.gone.contains($0.offset) }.flatMap(\.element.rows)
            .filter { $0.firm == firm }
        if rows.contains(where: { $0 is MasterRow }) { return branch.firms[firm].entityCode }
        return rows.contains { $0 is ReportRow || $0 is FieldRow } ? branch.firms[firm].wlkpNumber : nil
    }

    private mutating func recognise(_ place: Int) throws {
        let recognition = branch.recognitions[place]
        let somebody = Somebody(number: recognition.worker)
        let firms = try firmsByBusiness().filter { $0.value == recognition.firm }.map(\.key)
        let row = try session.row(
            """
            select
                (
                    select register.person_code(person_id) from register.person
                    where nik is null and name = \(somebody.name) and business_id = any (\(firms)::bigint[])
                ) as worker,
                (select register.person_code(person_id) from register.person where nik::text = \(somebody.nik)) as person
            """)
        guard let worker: String = try row.getIfPresent("worker"), let person: String = try row.getIfPresent("person")
        else { return }
        do {
            try WorkerMatch.decide(
                .same, worker: worker, person: person, office: try Office.find(nil, in: session), reason: "a test",
                session: session)
            reading.recognised.insert(place)
        } catch let fault as Fault where fault.code == .matchRefused {
            return
        }
    }

    private func firmsByBusiness() throws -> [Int64: Int] {
        var firms: [String: Int] = [:]
        for (number, firm) in branch.firms.enumerated() {
            for value in [firm.entityCode, firm.wlkpNumber, firm.npp] { firms[value] = number }
        }
        return try session.rows("select distinct business_id, value from register.business_identifier").reduce(into: [:]
        ) {
            if let firm = firms[try $1.get("value", as: String.self)] { $0[try $1.get("business_id")] = firm }
        }
    }

    /// Audits as of a day and puts what is said into lines, as ``OfficeFile/lines()`` does.
    func audit(_ day: CalendarDate) throws -> Set<String> {
        do {
            _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: day), session: session)
        } catch {
            return ["the audit failed: \(error)"]
        }
        let firms = try firmsByBusiness()
        let employers = OfficeFile(branch, reading, on: day).employers
        func label(_ business: Int64) -> String {
            guard let firm = firms[business] else { return "business \(business)" }
            return branch.firms[employers.first { $0.contains(firm) }?.min() ?? firm].wlkpNumber
        }
        return try session.rows(Self.said).reduce(into: []) { lines, row in
            guard HandRules.all.contains(where: { $0.code == (try? row.get("rule", as: String.self)) }) else { return }
            let words = try ["what", "rule"].map { try row.get($0, as: String.self) }.joined(separator: " ")
            let person: String? = try row.getIfPresent("person")
            lines.insert(
                "\(words) \(label(try row.get("business_id")))\(person.map { " \($0)" } ?? ""): \(try row.get("rest", as: String.self))"
            )
        }
    }

    private static let said: SQL = """
        with last as (
            select o.office_id, audit.last_run(o.office_id) as run_id from register.office as o where o.kind = 'bpjs_branch'
        )

        select 'found' as what, f.rule_code as rule, f.business_id, coalesce(p.nik::text, p.name) as person,
            coalesce(f.amount::text, 'open') || ' ' || f.strength as rest
        from last as l
        cross join lateral audit.findings_at(l.office_id, l.run_id) as f
        left join register.person as p using (person_id)
        union all
        select 'open', n.rule_code, n.business_id, null, n.reason || ' ' || n.subjects
        from last as l
        cross join lateral audit.not_judged_at(l.office_id, l.run_id) as n
        union all
        select 'judged', t.key, j.business_id, null, t.value
        from last as l
        cross join lateral audit.judgement_at(l.office_id, l.run_id) as j
        cross join lateral jsonb_each_text(j.tested) as t
        """
}
