import ArgumentParser
import Postgres
import Register
import Reporting

/// `patuh import KIND FILE…`.
struct ImportFiles: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Import files of one kind.",
        usage: "patuh import <kind> <file> ... [<options>]")

    @Argument(help: "What the files are.")
    var kind: ImportKind

    @Argument(help: ArgumentHelp("CSV files, each taken whole or not at all; - is standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("Where the files came from, in your words; kept with the import.", valueName: "text"))
    var source = ""

    @Option(help: ArgumentHelp("Date the files speak of, when their title rows do not say.", valueName: "yyyy-mm-dd"))
    var asOf: DayArgument?

    @Option(
        help: ArgumentHelp("Employer of worker lists that do not name it, by any of its numbers.", valueName: "code"))
    var employer: String?

    @Option(help: ArgumentHelp("Layout of the files, when their headings fit several.", valueName: "name"))
    var layout: String?

    @Option(help: ArgumentHelp("Sheet of the workbook, when several have the headings.", valueName: "name"))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "Order of the dates in the files, when it is not that of the layout: dmy, mdy or ymd.", valueName: "order"))
    var dateOrder: DateOrder?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Batch that the file corrects: it is taken back as the file comes in.", valueName: "batch"))
    var replaces: Int?

    @Flag(name: [.customShort("n"), .long], help: "Check everything, change nothing.")
    var dryRun = false

    @Flag(help: "Take the valid rows of a file although others are refused.")
    var acceptValid = false

    @Option(
        help: ArgumentHelp(
            "Where refused rows go, with one input file (default: FILE.rejects.csv or .xlsx).", valueName: "file")
    )
    var rejects: String?

    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if !source.isEmpty { try TypedText.check(source, option: "--source", orSay: "Say where they came from.") }
        guard !files.isEmpty else { throw ValidationError("Name at least one file.") }
        guard rejects == nil || files.count == 1 else { throw ValidationError("--rejects goes with one file.") }
        guard replaces == nil || files.count == 1 else { throw ValidationError("--replaces goes with one file.") }
        guard employer == nil || kind == .workers else { throw ValidationError("--employer goes with workers.") }
    }

    func run() async throws {
        let refused = try await Workspace.open(connection) { workspace in
            var refused = false
            for (index, file) in files.enumerated() {
                let outcome = try await importFile(file, workspace)
                ImportSummary(outcome, file: shown(file)).print()
                if outcome.rejected > 0 { refused = true }
                guard outcome.verdict != .refused else {
                    let rest = files[(index + 1)...]
                    if !rest.isEmpty { Terminal.note("Not imported either: \(rest.joined(separator: ", "))") }
                    break
                }
            }
            return refused
        }
        if refused { throw ExitStatus.rowsRejected.exit }
    }

    private func shown(_ file: String) -> String {
        file == "-" ? "standard input" : file
    }

    private func importFile(_ file: String, _ workspace: Workspace) async throws -> ImportOutcome {
        let input = file == "-" ? try StandardInput() : nil
        defer { withExtendedLifetime(input) {} }
        let spool = input?.path
        let name = file == "-" ? "stdin" : String(file.split(separator: "/").last ?? "")
        let request = ImportRequest(
            kind: kind, path: spool ?? file, fileName: name, source: source, asOf: asOf?.date, office: office.office,
            employer: employer, layout: layout, sheet: sheet, dateOrder: dateOrder, replaces: replaces, dryRun: dryRun,
            acceptValid: acceptValid)
        let progress = Progress(name)
        defer { progress.finish() }
        do {
            let rejectsPath = try RejectsName.name(
                of: file == "-" ? "stdin" : file, path: request.path, wanted: rejects)
            return try await workspace.database.run { session in
                try Importer(workspace.resources).run(
                    request, session: session, rejectsPath: rejectsPath, progress: { progress.show($0) })
            }
        } catch let fault as Fault {
            // Nobody knows the temporary copy by its name.
            throw Fault(fault.code, fault.message.replacing(spool ?? file, with: shown(file)), hint: fault.hint)
        }
    }
}
