import ArgumentParser
import Inspections
import Postgres
import Register
import Reporting

/// `patuh inspection plan`.
struct InspectionPlan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan joint visits for a month, highest score first; whoever is left out is listed with the reason.",
        discussion: """
            patuh inspection plan --month 2026-12
            patuh inspection plan --month 2026-12 --dry-run --format pdf -o plan.pdf
            """)

    @Option(help: ArgumentHelp("Month to plan.", valueName: "yyyy-mm"))
    var month: MonthArgument

    @Option(
        help: ArgumentHelp(
            "Date of the plan; visits keep the summons' notice from it (default: today).", valueName: "yyyy-mm-dd"))
    var on: DayArgument?

    @Flag(name: [.customShort("n"), .long], help: "Show what would be planned, store nothing.")
    var dryRun = false

    @OptionGroup var why: ReasonOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let request = PlanRequest(
            month: month.firstDay, madeOn: on?.date ?? .today, office: office.office, dryRun: dryRun)
        try await Workspace.open(connection, language: output.lang, reason: why.reason) { workspace in
            let (made, report) = try await workspace.database.run { session in
                try PlanStore.make(request, session: session) { made, session in
                    let scope = ReportScope(office: try Office.find(office.office, in: session), month: month.firstDay)
                    return (
                        made,
                        try ReportBuilder(workspace.resources, catalogue: workspace.catalogue)
                            .build("plan", scope: scope, session: session)
                    )
                }
            }
            try await output.write(report, workspace)
            Terminal.note(
                made.isStored
                    ? "Plan \(made.plan): \(made.result.visits.count) visits. Next: patuh letter issue visits --month \(month.firstDay.description.prefix(7))"
                    : "Dry run: nothing stored.")
        }
    }
}
