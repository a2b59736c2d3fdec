import FoundationEssentials
public import Postgres
public import Register

/// Runs scenarios: imports their evidence through the importer and audits it.
public struct ScenarioRunner: Sendable {
    private let resources: Resources

    /// Works with the rules, work tables and layouts of the resources.
    public init(_ resources: Resources) {
        self.resources = resources
    }

    /// Runs one case in a database that holds nothing but Patuh's tables.
    ///
    /// - Returns: what differs; what the importer or a rule refuses is a flaw of the case.
    /// - Throws: `PostgresError` when the database fails.
    public func run(_ scenario: Scenario, session: Session) throws -> ScenarioResult {
        var result = ScenarioResult(scenario: scenario, flaws: scenario.flaws)
        guard result.flaws.isEmpty, let asOf = scenario.asOf else { return result }
        do {
            for (kind, path) in scenario.evidence {
                let outcome = try importFile(kind, path, session: session)
                result.flaws += Self.refusals(outcome).map { "\(Scenario.fileName(path)): \($0)" }
            }
            guard result.flaws.isEmpty else { return result }
            try decide(scenario, session)
            let summary = try Auditor(resources).run(AuditRequest(asOf: asOf), session: session)
            guard summary.rules.contains(where: { $0.header.code == scenario.rule }) else {
                result.flaws.append("there is no rule \(scenario.rule)")
                return result
            }
            result.findings = .init(
                expected: scenario.table("expected.csv"), found: try Self.findings(scenario.columns, session))
            result.notJudged = .init(
                expected: scenario.table("not-judged.csv"), found: try Self.notJudged(of: scenario.rule, session))
        } catch let fault as Fault {
            result.flaws.append(fault.message)
        } catch let error as PostgresError where error.code == .serverError {
            result.flaws.append(error.message)
        }
        return result
    }

    /// Imports a file of evidence.
    ///
    /// Payments of a case are all there are, unless their title says up to which day they are known.
    public func importFile(_ kind: ImportKind, _ path: String, session: Session) throws -> ImportOutcome {
        let rejects = FileManager.default.temporaryDirectory.path + "/rejects-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: rejects) }
        let title = try SourceText(path: path).text.prefix(20)
        let until = CalendarDate(iso: title.hasPrefix("Data s.d. ") ? String(title.suffix(10)) : "2030-12-31")
        return try Importer(resources).run(
            ImportRequest(
                kind: kind, path: path, fileName: Scenario.fileName(path), asOf: kind == .payments ? until : nil),
            session: session, rejectsPath: rejects)
    }

    /// Why a file was not taken in as it stands; cases are to be whole.
    private static func refusals(_ outcome: ImportOutcome) -> [String] {
        if outcome.rejected > 0 {
            return outcome.rejects.map { "\($0.column): \($0.message) First at line \($0.firstLine). [\($0.code)]" }
        }
        guard case .accepted = outcome.verdict else { return ["was not taken in"] }
        return []
    }

    /// What people have decided about businesses: `number,other number,verdict`.
    private func decide(_ scenario: Scenario, _ session: Session) throws {
        for line in scenario.table("decisions.csv") {
            let fields = line.split(separator: ",").map(String.init)
            guard fields.count == 3, let verdict = MatchVerdict(rawValue: fields[2]) else {
                throw Fault(.csvMalformed, "decisions.csv must say: number,other number,verdict.")
            }
            _ = try BusinessMatch.decide(
                verdict, (fields[0], fields[1]), office: try Office.find(nil, in: session), reason: "a case",
                session: session)
        }
    }

    private static func findings(_ columns: [String], _ session: Session) throws -> [Scenario.Line] {
        try session.rows(
            """
            select f.rule_code as rule, b.code as business, coalesce(p.nik::text, '') as nik,
                coalesce(f.evidence ->> 'months', '') as months, coalesce(f.amount::text, '') as amount, f.strength
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            inner join register.business_profile as b using (business_id)
            left join register.person as p using (person_id)
            """
        ).map { row in try columns.map { try row.get($0, as: String.self) }.joined(separator: ",") }.sorted()
    }

    private static func notJudged(of rule: String, _ session: Session) throws -> [Scenario.Line] {
        try session.rows(
            """
            select concat_ws(',', v.code, n.reason, sum(n.subjects)) as line
            from audit.not_judged as n
            inner join audit.rule_version as v using (rule_version_id)
            where v.code = \(rule)
            group by v.code, n.reason
            """
        ).map { try $0.get("line", as: String.self) }.sorted()
    }
}
