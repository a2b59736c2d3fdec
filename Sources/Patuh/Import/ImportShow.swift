import ArgumentParser
import Postgres
import Register
import Reporting

/// `patuh import show`.
struct ImportShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one batch: counts, control totals by month, refused and doubtful rows by reason.")

    @Argument(help: ArgumentHelp("Number of the batch; see patuh import list.", valueName: "batch"))
    var batch: Int

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("batch", connection, output).write { session in
            let office = try Office.find(office.office, in: session)
            try Withdrawal.requireBatch(batch, of: office, in: session)
            return ReportScope(office: office, batch: batch)
        }
    }
}
