import ArgumentParser
import Inspections
import Postgres
import Register

/// `patuh inspection record`.
struct InspectionRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record that an announced visit took place, with its final report (LHPA).",
        discussion: """
            patuh inspection record 01483995 --held-on 2026-12-01 --report 5/LHPA/IV-02/1226

            A warning may follow an examination only.
            """)

    @Argument(help: ArgumentHelp("Kode badan usaha, WLKP number, NPP, NIB or NPWP of the employer.", valueName: "code"))
    var employer: String

    @Option(help: ArgumentHelp("Day of the examination.", valueName: "yyyy-mm-dd"))
    var heldOn: DayArgument

    @Option(help: ArgumentHelp("Number of the final report (LHPA).", valueName: "number"))
    var report: String

    @Option(
        help: ArgumentHelp("Date of the final report (default: the day of the examination).", valueName: "yyyy-mm-dd"))
    var reportDate: DayArgument?

    @OptionGroup var why: ReasonOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Workspace.open(connection, reason: why.reason) { workspace in
            try await workspace.database.run { session in
                let office = try Office.find(office.office, in: session)
                try Examination.record(
                    business: try Business.find(employer, of: office, in: session), office: office,
                    heldOn: heldOn.date, report: (report, reportDate?.date ?? heldOn.date), session: session)
            }
        }
        Terminal.note("Recorded. Next: patuh letter issue warning --employer \(employer)")
    }
}
