public import ArgumentParser
import Postgres
import Register
import Reporting
public import Rules

extension RuleHeader.Strength: ExpressibleByArgument {}

/// `patuh audit run`.
struct AuditRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run all rules as of a day and store what they find.",
        discussion: """
            patuh audit run --as-of 2026-10-31
            patuh audit run --as-of 2026-10-31 --dry-run --fail-on established
            patuh audit run --format json -o audit.json
            """)

    @Option(
        help: ArgumentHelp("The legal date: facts and law as of this day (default: today).", valueName: "yyyy-mm-dd"))
    var asOf: DayArgument?

    @Flag(name: [.customShort("n"), .long], help: "Compute everything, store nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("Exit with 3 when there are findings at least as strong as this.", valueName: "strength"))
    var failOn: RuleHeader.Strength?

    @OptionGroup var why: ReasonOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let request = AuditRequest(asOf: asOf?.date ?? .today, office: office.office, dryRun: dryRun)
        let summary = try await Workspace.open(connection, language: output.lang, reason: why.reason) { workspace in
            let summary = try await workspace.database.run { session in
                try Auditor(workspace.resources).run(request, session: session)
            }
            try await output.write(try AuditReport.build(summary, workspace.catalogue), workspace)
            return summary
        }
        Terminal.note(
            summary.run.map { "Run \($0) stored. Next: patuh finding list, or patuh inspection plan --month YYYY-MM" }
                ?? "Dry run: nothing stored.")
        if let failOn, summary.rules.contains(where: { $0.violations > 0 && $0.header.strength >= failOn }) {
            throw ExitStatus.findings.exit
        }
    }
}
