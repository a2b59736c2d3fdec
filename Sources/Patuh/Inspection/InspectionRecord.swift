import ArgumentParser
import Inspections
import Postgres
import Register
import Reporting

/// `patuh inspection record`.
struct InspectionRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record that an announced visit took place, with its final report (LHPA), or that nobody came.",
        discussion: """
            patuh inspection record 01483995 --held-on 2026-12-01 --report 5/LHPA/IV-02/1226

            A warning may follow an examination only. Who did not come to the branch although summoned (SPPK):

            patuh inspection record 01483995 --no-show-on 2026-12-01
            """)

    @Argument(help: ArgumentHelp("Kode badan usaha, WLKP number, NPP, NIB or NPWP of the employer.", valueName: "code"))
    var employer: String

    @Option(help: ArgumentHelp("Day of the examination.", valueName: "yyyy-mm-dd"))
    var heldOn: DayArgument?

    @Option(help: ArgumentHelp("Number of the final report (LHPA).", valueName: "number"))
    var report: String?

    @Option(
        help: ArgumentHelp("Date of the final report (default: the day of the examination).", valueName: "yyyy-mm-dd"))
    var reportDate: DayArgument?

    @Option(help: ArgumentHelp("Day on which the employer did not follow the summons.", valueName: "yyyy-mm-dd"))
    var noShowOn: DayArgument?

    @Flag(name: [.customShort("n"), .long], help: "Check it, change nothing.")
    var dryRun = false

    @OptionGroup var why: ReasonOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if let report { try TypedText.check(report, option: "--report", orSay: "Give the number: --report NUMBER") }
        if noShowOn != nil {
            guard heldOn == nil, report == nil, reportDate == nil else {
                throw ValidationError("Give either --no-show-on, or --held-on and --report.")
            }
        } else if heldOn == nil || report == nil {
            throw ValidationError("Give --held-on and --report, or --no-show-on.")
        }
    }

    func run() async throws {
        let mayBeWarned = try await Workspace.open(connection, reason: why.reason) { workspace in
            try await workspace.database.run { session in
                let office = try Office.find(office.office, in: session)
                let business = try Business.find(employer, of: office, in: session)
                try record(business, office, session)
                return try LetterGrounds.allowWarning(of: business, office: office, session: session)
            }
        }
        if dryRun {
            Terminal.note("Dry run: nothing changed.")
        } else if noShowOn == nil, mayBeWarned {
            Terminal.note("Recorded. Next: patuh letter issue warning --employer \(employer)")
        } else {
            Terminal.note(
                """
                Recorded. Next: patuh audit run --as-of YYYY-MM-DD
                What stands of the employer: patuh report employer \(employer)
                """)
        }
    }

    private func record(_ business: Int, _ office: Office, _ session: Session) throws {
        if let noShowOn {
            try Examination.recordNoShow(
                business: business, office: office, missedOn: noShowOn.date, today: .newestToday, dryRun: dryRun,
                session: session)
        } else if let heldOn, let report {
            try Examination.record(
                business: business, office: office, heldOn: heldOn.date,
                report: (report, reportDate?.date ?? heldOn.date), today: .newestToday, dryRun: dryRun,
                session: session)
        }
    }
}
