import ArgumentParser
import Postgres
import Register
import Rules

/// `patuh status`.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Where the office stands: newest imports, last audit, plans and letters.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let lines = try await Workspace.open(connection) { workspace in
            try await workspace.database.run { session in
                let office = try Office.find(office.office, in: session)
                return ["office      \(office.code) \(office.name)"]
                    + (try Self.imports(office, session)) + (try Self.audit(office, workspace.resources, session))
                    + (try Self.work(office, session))
            }
        }
        for line in lines { try Terminal.print(line) }
    }

    private static func imports(_ office: Office, _ session: Session) throws -> [String] {
        try session.rows(
            """
            select distinct on (kind) kind, batch_id, imported_at::date as day, coalesce(as_of::text, '') as as_of
            from import.batch
            where office_id = \(office.id)
            order by kind, batch_id desc
            """
        ).map { row in
            let asOf: String = try row.get("as_of")
            let kind: String = try row.get("kind")
            return
                "import      \(kind): batch \(try row.get("batch_id", as: Int.self)) of \(try row.get("day", as: CalendarDate.self))\(asOf.isEmpty ? "" : ", as of \(asOf)")"
        }
    }

    private static func audit(_ office: Office, _ resources: Resources, _ session: Session) throws -> [String] {
        let current = try RuleSet(resources).sha256
        let evidence = ImportKind.allCases.filter(\.isEvidence).map(\.rawValue)
        guard
            let row = try session.rowIfPresent(
                """
                select run_id, as_of, rule_set_sha256,
                    (select count(*) from audit.findings_at(office_id, run_id)) as findings,
                    (
                        select string_agg(concat(d.findings, ' ', replace(d.decision, '_', ' ')), ', ' order by d.decision)
                        from (
                            select decision, count(*) as findings from audit.decision_at(office_id, run_id) group by decision
                        ) as d
                    ) as decisions,
                    (
                        select count(*) from import.batch as b
                        where b.office_id = r.office_id and b.batch_id > r.last_batch_id and b.kind = any(\(evidence)::text[])
                    ) as newer
                from audit.run as r
                where run_id = audit.last_run(\(office.id)::smallint)
                """)
        else { return ["audit       none yet; run: patuh audit run --as-of YYYY-MM-DD"] }
        var lines = [
            "audit       run \(try row.get("run_id", as: Int.self)) as of \(try row.get("as_of", as: CalendarDate.self)): \(try row.get("findings", as: Int.self)) open findings"
        ]
        if let decisions: String = try row.getIfPresent("decisions") { lines.append("            \(decisions)") }
        let newer: Int = try row.get("newer")
        if newer > 0 {
            lines.append("            \(newer == 1 ? "1 batch has" : "\(newer) batches have") come since; audit again")
        }
        if try row.get("rule_set_sha256", as: String.self) != current {
            lines.append("            the rules have changed since; audit again")
        }
        return lines
    }

    private static func work(_ office: Office, _ session: Session) throws -> [String] {
        let plans = try session.rows(
            """
            select to_char(p.month, 'YYYY-MM') as month, count(v.visit_id) as visits, count(l.letter_id) as announced
            from inspection.plan as p
            left join inspection.visit as v using (plan_id)
            left join letter.letter as l using (visit_id)
            where p.plan_id = inspection.plan_in_force(\(office.id)::smallint, p.month) and p.office_id = \(office.id)
            group by p.month
            order by p.month
            """
        ).map { row in
            "plan        \(try row.get("month", as: String.self)): \(try row.get("visits", as: Int.self)) visits, \(try row.get("announced", as: Int.self)) announced by letter"
        }
        let letters: Int = try session.value("select count(*) from letter.letter where office_id = \(office.id)")
        return plans + ["letters     \(letters)"]
    }
}
