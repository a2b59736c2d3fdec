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
            patuh audit run --as-of 2026-06-30 --known-at 2026-07-15      # what would have been found then
            patuh audit run --format json -o audit.json

            Employers that nothing new speaks of since the last run of that day and law stand as they were.
            """)

    @Option(
        help: ArgumentHelp("The legal date: facts and law as of this day (default: today).", valueName: "yyyy-mm-dd"))
    var asOf: DayArgument?

    @Option(
        help: ArgumentHelp(
            "Only what had been imported and decided by the end of this day; stores nothing.", valueName: "yyyy-mm-dd"))
    var knownAt: DayArgument?

    @Flag(help: "Judge every employer again, also those that nothing new speaks of.")
    var full = false

    @Option(parsing: .unconditional, help: ArgumentHelp("Connections that share the work.", valueName: "n"))
    var connections = 2

    @Flag(name: [.customShort("n"), .long], help: "Compute everything, store nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("Exit with 3 when there are findings at least as strong as this.", valueName: "strength"))
    var failOn: RuleHeader.Strength?

    @OptionGroup var why: ReasonOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard (1...16).contains(connections) else { throw ValidationError("--connections is a number from 1 to 16.") }
    }

    func run() async throws {
        let request = AuditRequest(
            asOf: asOf?.date ?? .today, knownAt: knownAt.map { "\($0.date) 24:00" }, office: office.office,
            dryRun: dryRun,
            everybody: full)
        if request.asOf > .newestToday, knownAt == nil, !dryRun {
            Terminal.note(
                "Warning: \(request.asOf) is yet to come. Once this audit is stored, none of an earlier day can be; "
                    + "--dry-run only looks.")
        }
        let summary = try await Workspace.open(connection, language: output.lang, reason: why.reason) { workspace in
            let summary = try await workspace.withConnections(connections - 1) { helpers in
                try await Auditor(workspace.resources).run(request, workspace.database, helpers: helpers)
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
