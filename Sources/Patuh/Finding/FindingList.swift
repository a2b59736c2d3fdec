import ArgumentParser
import Register
import Reporting

/// `patuh finding list`.
struct FindingList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the open findings of the newest audit.",
        discussion: """
            patuh finding list
            patuh finding list --rule IUR-01 --limit 20
            patuh finding list --decision contested
            patuh finding list --format csv -o findings.csv
            """)

    @Option(help: ArgumentHelp("Only this rule, such as IUR-01.", valueName: "code"))
    var rule: String?

    @Option(
        help: ArgumentHelp("Only this employer: kode badan usaha, WLKP number, NPP, NIB or NPWP.", valueName: "code"))
    var employer: String?

    @Option(help: "Only those under this standing decision, or under none.")
    var decision: DecisionFilter?

    @OptionGroup var limit: LimitOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("findings", connection, output, limit: limit.limit).write { session in
            let office = try Office.find(office.office, in: session)
            return try .audited(
                office, business: try employer.map { try Business.find($0, of: office, in: session) }, rule: rule,
                decision: decision?.code, in: session)
        }
    }
}
