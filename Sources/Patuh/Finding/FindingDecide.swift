public import ArgumentParser
import Postgres
import Register
public import Rules

extension FindingVerdict: ExpressibleByArgument {
    /// Reads `data-corrected` and its siblings.
    public init?(argument: String) {
        guard let verdict = Self.allCases.first(where: { $0.argument == argument }) else { return nil }
        self = verdict
    }

    /// The words of the command line.
    public static var allValueStrings: [String] { allCases.map(\.argument) }

    /// The word of the command line.
    var argument: String { self == .dataCorrected ? "data-corrected" : rawValue }
}

/// `patuh finding decide`.
struct FindingDecide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Record what is decided about findings: all of them or none.",
        discussion: """
            patuh finding decide F-000123 --as contested --reason "left in May"
            patuh finding decide F-000123 F-000124 --as waived --reason "state lecturers"
            patuh finding decide F-000123 --as upheld --reason "on the pay slips of June"

            contested       the employer objects: no letter accuses, inspections clarify
            waived          no action: in no letter, no sum, and no score of the plan
            data-corrected  the data were or will be corrected: as waived, until a later
                            audit finds it changed
            upheld          an earlier decision no longer holds: the finding stands

            A decision holds while the finding is open; one that is back after it had ended
            starts without. All decisions on a finding: patuh audit explain
            """)

    @Argument(help: ArgumentHelp("Numbers of findings, such as F-000123.", valueName: "number"))
    var findings: [String]

    @Option(name: .customLong("as"), help: "What is decided.")
    var verdict: FindingVerdict

    @OptionGroup var options: DecisionOptions

    func run() async throws {
        let decided = try await Workspace.open(options.connection) { workspace in
            try await workspace.database.run { session in
                try FindingDecision.record(
                    verdict, findings, office: try Office.find(options.office.office, in: session),
                    reason: options.reason, dryRun: options.dryRun, session: session)
            }
        }
        Terminal.note("\(decided.joined(separator: ", ")): \(verdict.argument)")
        Terminal.note(options.dryRun ? "Dry run: nothing changed." : "Recorded. See: patuh finding list")
    }
}
