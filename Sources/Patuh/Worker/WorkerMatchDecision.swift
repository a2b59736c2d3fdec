import ArgumentParser
import Postgres
import Register

/// What accepting and rejecting a match have in common.
struct WorkerMatchDecision: ParsableArguments {
    @Argument(help: ArgumentHelp("The worker without NIK, such as P-000812.", valueName: "worker"))
    var worker: String

    @Argument(help: ArgumentHelp("The person with a NIK, such as P-000034.", valueName: "person"))
    var person: String

    @OptionGroup var options: DecisionOptions

    func record(_ verdict: MatchVerdict) async throws {
        try await Workspace.open(options.connection) { workspace in
            try await workspace.database.run { session in
                try WorkerMatch.decide(
                    verdict, worker: worker, person: person,
                    office: try Office.find(options.office.office, in: session),
                    reason: options.reason, dryRun: options.dryRun, session: session)
            }
        }
        Terminal.note("\(worker) and \(person): \(verdict == .same ? "one person" : "two persons")")
        Terminal.note(
            options.dryRun ? "Dry run: nothing changed." : "Recorded. Next: patuh audit run --as-of YYYY-MM-DD")
    }
}

/// `patuh worker match accept`.
struct WorkerMatchAccept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Decide that a worker without NIK is a person with one.")

    @OptionGroup var decision: WorkerMatchDecision

    func run() async throws {
        try await decision.record(.same)
    }
}

/// `patuh worker match reject`.
struct WorkerMatchReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Decide that they are two persons; also takes an acceptance back.")

    @OptionGroup var decision: WorkerMatchDecision

    func run() async throws {
        try await decision.record(.different)
    }
}
