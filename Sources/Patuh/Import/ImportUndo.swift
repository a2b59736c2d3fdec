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

    @OptionGroup var options: DecisionOptions

    func run() async throws {
        let taken = try await Workspace.open(options.connection) { workspace in
            try await workspace.database.run { session in
                try Withdrawal.withdraw(
                    batch, office: try Office.find(options.office.office, in: session), reason: options.reason,
                    dryRun: options.dryRun,
                    session: session)
            }
        }
        Terminal.note("Batch \(taken.batch) (\(taken.kind), \(taken.fileName), \(taken.rows) rows)")
        Terminal.note(
            options.dryRun ? "Dry run: nothing changed." : "Withdrawn. Next: patuh audit run --as-of YYYY-MM-DD")
    }
}
