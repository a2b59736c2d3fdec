import ArgumentParser
import Inspections
import Postgres
import Register
import Reporting
import Rules

/// `patuh rules test`.
struct RulesTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run scenarios: small cases with what the audit must find in them.",
        discussion: """
            patuh rules test                          # those that came with Patuh
            patuh rules test Tests/Scenarios/IUR-01
            patuh rules test mine/REG-02/foreign-worker

            Each case is imported and audited in a database of its own, which is
            dropped afterwards; the office's database is not touched. A case that
            differs shows the lines of expected.csv and not-judged.csv that only one
            side has, and ends the command with 1.
            """)

    @Argument(
        help: ArgumentHelp(
            "Cases, a rule's folder of cases, or a folder of these (default: the scenarios of Patuh).",
            valueName: "folder"))
    var folders: [String] = []

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let resources = try Resources.locate()
        let suite = try ScenarioSuite(folders, resources, events: [.summonses])
        let progress = Progress("Scenarios")
        defer { progress.finish() }
        var failed = 0
        var done = 0
        try await Workspace.scratchServer(connection) { server in
            progress.show("making a database to copy")
            try await ScratchDatabases.with(on: server, resources) { scratch in
                try await suite.run(on: scratch) { result in
                    done += 1
                    if !result.isPassed { failed += 1 }
                    progress.pause()
                    try show(result)
                    progress.show("\(done) of \(suite.cases.count) cases")
                }
            }
        }
        progress.finish()
        Terminal.note("\(done) \(done == 1 ? "case" : "cases"), \(failed) failed.")
        if failed > 0 { throw ExitStatus.failure.exit }
    }

    private func show(_ result: ScenarioResult) throws {
        try Terminal.print("\(result.isPassed ? "ok  " : "FAIL")  \(result.scenario)")
        var lines = result.flaws
        for (what, difference) in [
            ("", result.findings), ("money ", result.money), ("not judged ", result.notJudged),
        ] {
            lines += difference.missing.map { "\(what)expected but not found: \($0)" }
            lines += difference.unexpected.map { "\(what)found but not expected: \($0)" }
        }
        for line in lines { try Terminal.print("      \(Self.masked(line))") }
    }

    /// No NIK is shown whole.
    private static func masked(_ line: String) -> String {
        line.replacing(#/[0-9]+/#) { digits in
            digits.output.count == 16
                ? "\(digits.output.prefix(4))**********\(digits.output.suffix(2))" : String(digits.output)
        }
    }
}
