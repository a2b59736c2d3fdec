import ArgumentParser
import Postgres
import Register

/// `patuh import undo`.
struct ImportUndo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take a batch back: nothing is judged by its rows any more; they stay on record.",
        discussion: """
            patuh import undo 12 --reason "wrong month"
            patuh audit run --as-of 2026-10-31        # shows what that changes
            """)

    @Argument(help: ArgumentHelp("Number of the batch; see patuh import list.", valueName: "batch"))
    var batch: Int

    @Option(help: ArgumentHelp("Why, for the journal.", valueName: "text"))
    var reason: String

    @Flag(name: [.customShort("n"), .long], help: "Say what would be taken back; change nothing.")
    var dryRun = false

    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("Say why: --reason TEXT") }
    }

    func run() async throws {
        let taken = try await Workspace.open(connection) { workspace in
            try await workspace.database.run { session in
                try Withdrawal.withdraw(
                    batch, office: try Office.find(office.office, in: session), reason: reason, dryRun: dryRun,
                    session: session)
            }
        }
        Terminal.note("Batch \(taken.batch) (\(taken.kind), \(taken.fileName), \(taken.rows) rows)")
        Terminal.note(dryRun ? "Dry run: nothing changed." : "Withdrawn. Next: patuh audit run --as-of YYYY-MM-DD")
    }
}
