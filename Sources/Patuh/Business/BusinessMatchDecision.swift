import ArgumentParser
import Postgres
import Register

/// What accepting and rejecting a match have in common.
struct BusinessMatchDecision: ParsableArguments {
    @Argument(help: ArgumentHelp("Any number of the one employer.", valueName: "code"))
    var code: String

    @Argument(help: ArgumentHelp("Any number of the other.", valueName: "other-code"))
    var otherCode: String

    @OptionGroup var options: DecisionOptions

    func record(_ verdict: MatchVerdict) async throws {
        let areOne = try await Workspace.open(options.connection) { workspace in
            try await workspace.database.run { session in
                try BusinessMatch.decide(
                    verdict, (code, otherCode), office: try Office.find(options.office.office, in: session),
                    reason: options.reason,
                    dryRun: options.dryRun, session: session)
            }
        }
        Terminal.note("\(code) and \(otherCode): \(areOne ? "one employer" : "two employers")")
        if verdict == .different && areOne {
            Terminal.note("Other decisions still hold them together; see: patuh business match list")
        }
        Terminal.note(
            options.dryRun ? "Dry run: nothing changed." : "Recorded. Next: patuh audit run --as-of YYYY-MM-DD")
    }
}

/// `patuh business match accept`.
struct BusinessMatchAccept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Decide that two are one employer: what came in for either counts for one.")

    @OptionGroup var decision: BusinessMatchDecision

    func run() async throws {
        try await decision.record(.same)
    }
}

/// `patuh business match reject`.
struct BusinessMatchReject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Decide that two are different employers; also takes an acceptance back.")

    @OptionGroup var decision: BusinessMatchDecision

    func run() async throws {
        try await decision.record(.different)
    }
}
