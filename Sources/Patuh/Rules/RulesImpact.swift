import ArgumentParser
import Postgres
import Register
import Reporting
import Rules

/// `patuh rules impact`.
struct RulesImpact: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: """
            Judge by the rules and the law as their files are now what the newest run had known, and show what would \
            change.
            """,
        discussion: """
            patuh rules impact
            PATUH_RESOURCES=changed patuh rules impact --format pdf -o impact.pdf

            The files of a changed copy: rules, work tables, functions, and the law in SQL/parameters and SQL/reference.
            Nothing is stored, and others go on working with the law as it is loaded.
            """)

    @OptionGroup var limit: LimitOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Workspace.open(connection, language: output.lang) { workspace in
            let report = try await workspace.database.run { session in
                let office = try Office.find(office.office, in: session)
                let run = try StoredRun(nil, of: office, session)
                var request = AuditRequest(asOf: run.asOf, knownAt: run.knownAt, office: office.code, everybody: true)
                request.dryRun = true
                return try Schema(workspace.resources).trying(session) {
                    try Auditor(workspace.resources).look(request, session: session) { _ in
                        try ReportBuilder(workspace.resources, catalogue: workspace.catalogue).build(
                            "rules-impact", scope: ReportScope(office: office, run: run.run), limit: limit.limit,
                            session: session)
                    }
                }
            }
            try await output.write(report, workspace)
        }
    }
}
