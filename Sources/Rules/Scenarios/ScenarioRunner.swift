import FoundationEssentials
public import Postgres
public import Register

/// Runs scenarios: imports their evidence through the importer and audits it.
public struct ScenarioRunner: Sendable {
    private let resources: Resources
    private let events: [ScenarioEvents]

    /// Works with the rules, work tables and layouts of the resources.
    ///
    /// - Parameters:
    ///   - resources: the resources.
    ///   - events: what cases may tell besides evidence and decisions about businesses.
    public init(_ resources: Resources, events: [ScenarioEvents] = []) {
        self.resources = resources
        self.events = [.decisions] + events
    }

    /// Runs one case in a database that holds nothing but Patuh's tables.
    ///
    /// - Returns: what differs; what the importer or a rule refuses is a flaw of the case.
    /// - Throws: `PostgresError` when the database fails.
    public func run(_ scenario: Scenario, session: Session) throws -> ScenarioResult {
        let rules = try RuleSet(resources).rules
        var result = ScenarioResult(
            scenario: scenario,
            flaws: scenario.flaws(
                files: events.map(\.file), evidence: Set(rules.flatMap(\.header.evidence))))
        if !rules.contains(where: { $0.header.code == scenario.rule }) {
            result.flaws.append("there is no rule \(scenario.rule)")
        }
        guard result.flaws.isEmpty, let asOf = scenario.asOf else { return result }
        do {
            for (kind, path) in scenario.evidence {
                let outcome = try importFile(kind, path, session: session)
                result.flaws += Self.refusals(outcome, of: path).map { "\(Scenario.fileName(path)): \($0)" }
            }
            guard result.flaws.isEmpty else { return result }
            for event in events where scenario.has(event.file) {
                try event.record(scenario.table(event.file), session)
            }
            _ = try Auditor(resources).run(AuditRequest(asOf: asOf), session: session)
            result.findings = .init(
                expected: scenario.table("expected.csv"),
                found: try Self.findings(scenario.columns(of: "expected.csv"), session))
            if scenario.has("money.csv") {
                result.money = .init(
                    expected: scenario.table("money.csv"),
                    found: try Self.money(scenario.columns(of: "money.csv"), of: scenario.rule, session))
            }
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
    /// Payments of a case are all there are, unless their title says up to which day they are known. A list that does
    /// not name its employer has it in the name of the file, `pekerja-01000001.csv`; of `jkn_peserta_refused.csv` the
    /// valid rows are taken.
    public func importFile(_ kind: ImportKind, _ path: String, session: Session) throws -> ImportOutcome {
        let rejects = FileManager.default.temporaryDirectory.path + "/rejects-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: rejects) }
        let name = Scenario.fileName(path)
        let title = try SourceText(path: path).text.prefix(20)
        let until = CalendarDate(iso: title.hasPrefix("Data s.d. ") ? String(title.suffix(10)) : "2030-12-31")
        return try Importer(resources).run(
            ImportRequest(
                kind: kind, path: path, fileName: name, asOf: kind == .payments ? until : nil,
                employer: name.firstMatch(of: #/-([0-9]{8})\./#).map { String($0.1) },
                acceptValid: Self.mayRefuse(path)),
            session: session, rejectsPath: rejects)
    }

    /// Why a file was not taken in as its name says; cases are to be whole otherwise.
    private static func refusals(_ outcome: ImportOutcome, of path: String) -> [String] {
        guard case .accepted = outcome.verdict, (outcome.rejected > 0) == mayRefuse(path) else {
            let reasons = outcome.rejects.map {
                "\($0.column): \($0.message) First at line \($0.firstLine). [\($0.code)]"
            }
            return reasons.isEmpty ? ["was not taken in as it stands"] : reasons
        }
        return []
    }

    private static func mayRefuse(_ path: String) -> Bool { Scenario.fileName(path).contains("_refused") }

    private static func findings(_ columns: [String], _ session: Session) throws -> [Scenario.Line] {
        let evidence = columns.filter { !Scenario.columns.contains($0) }
            .map { ", coalesce(f.evidence ->> \($0)::text, '') as \(identifier: $0)" as SQL }.reduce("", +)
        return try session.rows(
            """
            select f.rule_code as rule, b.code as business, coalesce(p.nik::text, '') as nik,
                coalesce(f.amount::text, '') as amount, f.strength \(evidence)
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            inner join register.business_profile as b using (business_id)
            left join register.person as p using (person_id)
            """
        ).map { row in try columns.map { try row.get($0, as: String.self) }.joined(separator: ",") }.sorted()
    }

    /// The arithmetic of a rule's findings, in the columns of `money.csv`.
    private static func money(_ columns: [String], of rule: String, _ session: Session) throws -> [Scenario.Line] {
        try session.rows(
            """
            select (
                select string_agg(coalesce(m ->> c.name, ''), ',' order by c.position)
                from unnest(\(columns)::text[]) with ordinality as c (name, position)
            ) as line
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            cross join lateral jsonb_array_elements(f.money) as m
            where f.rule_code = \(rule)
            """
        ).map { try $0.get("line", as: String.self) }.sorted()
    }

    private static func notJudged(of rule: String, _ session: Session) throws -> [Scenario.Line] {
        try session.rows(
            """
            select concat_ws(',', v.code, n.reason, n.subjects) as line
            from audit.not_judged_total as n
            inner join audit.rule_version as v using (rule_version_id)
            where v.code = \(rule)
            """
        ).map { try $0.get("line", as: String.self) }.sorted()
    }
}
