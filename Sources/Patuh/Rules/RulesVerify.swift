import ArgumentParser
import FoundationEssentials
import Postgres
import Register
import Rules

/// `patuh rules verify`.
struct RulesVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check rules, citations and dated law, and compute the worked examples.",
        discussion: """
            patuh rules verify
            patuh rules verify --as-of 2027-01-01     # is next year covered?

            Every problem stands on a line of its own with file, line and the check
            that found it. Errors end with 1, warnings do not: what nobody confirmed
            or looked up lately, articles that nothing cites, rules without scenario.

            The files are read first. When they are in order, the worked examples of
            SQL/examples are computed on a database, in which nothing is left.
            """)

    @Option(
        help: ArgumentHelp(
            "The day on which all that rules and functions ask for must be in force (default: today).",
            valueName: "yyyy-mm-dd"))
    var asOf: DayArgument?

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let verification = LawVerification(try .locate())
        var problems = try verification.files(on: asOf?.date ?? .today)
        try show(problems)
        if problems.contains(where: { $0.severity == .error }) {
            Terminal.note("The worked examples wait until the files are in order.")
        } else {
            let failed = try await examples(verification)
            try show(failed)
            problems += failed
        }
        let errors = problems.count { $0.severity == .error }
        Terminal.note("\(Self.count(errors, "error")), \(Self.count(problems.count - errors, "warning")).")
        if errors > 0 { throw ExitStatus.failure.exit }
    }

    /// A private database need not be up to date: that of the files is tried in it and rolled back.
    private func examples(_ verification: LawVerification) async throws -> [LawProblem] {
        var isPrivate = false
        if case .embedded = try connection.target() { isPrivate = true }
        return try await Workspace.open(connection, needsSchema: !isPrivate) { workspace in
            try await workspace.database.run { try verification.examples($0) }
        }
    }

    private func show(_ problems: [LawProblem]) throws {
        let here = FileManager.default.currentDirectoryPath + "/"
        for problem in problems {
            let path = problem.path.hasPrefix(here) ? String(problem.path.dropFirst(here.count)) : problem.path
            try Terminal.print(
                "\(path):\(problem.line): \(problem.severity.rawValue): \(problem.message) [\(problem.check)]")
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
