import ArgumentParser
import Inspections
import Postgres
import Register
import Reporting

/// `patuh inspection show`.
struct InspectionShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the plan in force for a month.")

    @Option(help: ArgumentHelp("Month of the plan.", valueName: "yyyy-mm"))
    var month: MonthArgument

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("plan", connection, output).write { session in
            let office = try Office.find(office.office, in: session)
            try PlanStore.requirePlan(of: office, month: month.firstDay, in: session)
            return ReportScope(office: office, month: month.firstDay)
        }
    }
}
