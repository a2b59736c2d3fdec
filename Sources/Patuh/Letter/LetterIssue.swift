import ArgumentParser
import Postgres
import Register
import Reporting

/// `patuh letter issue`.
struct LetterIssue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issue letters: take numbers, typeset, store. All of them or none.",
        discussion: """
            patuh letter issue visits --month 2026-12
            patuh letter issue visits --month 2026-12 --draft drafts
            patuh letter issue warning --on 2026-12-21
            patuh letter issue warning --on 2026-12-21 --employer 01234567

            visits   a summons (SPPK) or field notice (SPPL) for each planned visit
            warning  a first written warning (Teguran I) for each examined employer
                     with an established breach of the duties to register and
                     to give correct data

            The numbers of the letters are printed, one a line.
            """)

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case visits
        case warning
    }

    @Argument(help: "What the letters are about.")
    var subject: Subject

    @Option(help: ArgumentHelp("Month of the plan, for visits.", valueName: "yyyy-mm"))
    var month: MonthArgument?

    @Option(help: ArgumentHelp("Only this employer, for warning; may be given several times.", valueName: "code"))
    var employer: [String] = []

    @Option(help: ArgumentHelp("Date on the letters (default: today).", valueName: "yyyy-mm-dd"))
    var on: DayArgument?

    @Flag(name: [.customShort("n"), .long], help: "Say how many letters there would be; change nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("Write unnumbered drafts with a watermark to a folder; store nothing.", valueName: "folder"))
    var draft: String?

    @OptionGroup var why: ReasonOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if subject == .visits, month == nil { throw ValidationError("Say which month: --month YYYY-MM") }
        if subject == .visits, !employer.isEmpty { throw ValidationError("--employer goes with warning.") }
        if subject == .warning, month != nil { throw ValidationError("--month goes with visits.") }
        if dryRun, draft != nil { throw ValidationError("Give --dry-run or --draft, not both.") }
    }

    func run() async throws {
        let request = LetterRequest(requested, date: on?.date ?? .today, office: office.office)
        if request.date > CalendarDate.newestToday.adding(days: Self.daysAhead) {
            Terminal.note(
                "Warning: the letters would be dated \(request.date), and today is \(CalendarDate.newestToday). Their terms "
                    + "run from the date they bear, and an issued letter cannot be changed; check --on.")
        }
        let count = try await Workspace.open(connection, reason: why.reason) { workspace in
            let letters = try LetterOffice(
                workspace.database, installation: try OutputOptions.typesetter(workspace.resources),
                resources: workspace.resources)
            if dryRun { return try await announce(letters.count(request)) }
            if let draft { return try await write(letters.drafts(request), to: draft) }
            return try await report(letters.issue(request))
        }
        if count == 0 {
            Terminal.note(
                subject == .visits
                    ? "No letter is due: every visit of the plan has one, or there is nothing left to be examined."
                    : "No warning is due: nobody who was examined by the date of the letter is in established breach of the duties "
                        + "to register and to give correct data, or all of them have had theirs.")
            throw ExitStatus.nothingMatched.exit
        }
    }

    /// Letters are written for visits of the next month; what lies further ahead may be a slip of the pen.
    private static let daysAhead = 31

    private var requested: LetterRequest.Subject {
        if let month { return .visits(month: month.firstDay) }
        return .firstWarnings(businesses: employer)
    }

    private func announce(_ count: Int) -> Int {
        if count > 0 {
            Terminal.note("Dry run: \(count == 1 ? "1 letter" : "\(count) letters") would be issued; nothing changed.")
        }
        return count
    }

    private func write(_ drafts: [LetterOffice.Draft], to folder: String) throws -> Int {
        for draft in drafts { try AtomicFile.write(draft.pdf, to: "\(folder)/\(draft.fileName)") }
        if !drafts.isEmpty {
            Terminal.note(
                "\(drafts.count == 1 ? "1 draft" : "\(drafts.count) drafts") in \(folder); no number was taken.")
        }
        return drafts.count
    }

    private func report(_ issued: [LetterOffice.Issued]) throws -> Int {
        for letter in issued { try Terminal.print(letter.number) }
        if !issued.isEmpty {
            Terminal.note(
                "\(issued.count == 1 ? "1 letter" : "\(issued.count) letters") issued. Next: patuh letter print -o FOLDER"
            )
        }
        return issued.count
    }
}
