import ArgumentParser
import Postgres
import Register
import Reporting

/// `patuh report employer`.
struct ReportEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "employer",
        abstract: "One employer: identity, findings, bills and payments, examinations, letters.",
        discussion: """
            patuh report employer 01234567
            patuh report employer 01234567 --format pdf -o employer.pdf
            """)

    @Argument(help: ArgumentHelp("Kode badan usaha, WLKP number, NPP, NIB or NPWP.", valueName: "code"))
    var code: String

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("employer", connection, output).write { session in
            let office = try Office.find(office.office, in: session)
            return try .audited(office, business: try Business.find(code, of: office, in: session), in: session)
        }
    }
}
