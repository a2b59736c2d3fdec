import ArgumentParser
import Postgres
import Register
import Reporting
import Rules

/// `patuh rules show`.
struct RulesShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print one rule: what it finds, its evidence, its articles and the figures in force.",
        discussion: """
            patuh rules show REG-02
            patuh rules show REG-02 --as-of 2025-12-31 --lang en --sql

            Read from the files; no database is needed.
            """)

    @Argument(help: ArgumentHelp("Code of the rule, such as REG-02.", valueName: "code"))
    var code: String

    @Option(
        help: ArgumentHelp(
            "The day whose figures, deadlines and settings are shown (default: today).", valueName: "yyyy-mm-dd"))
    var asOf: DayArgument?

    @Flag(help: "Print the statements too.")
    var sql = false

    @Option(help: "Language of the page.")
    var lang: Language = .indonesian

    func run() async throws {
        let resources = try Resources.locate()
        let catalogue = try Catalogue(language: lang, folder: resources.reports + "/text")
        let basis = try RuleBasis(code, asOf: asOf?.date ?? .today, resources: resources)
        try Terminal.write(Array(try RulePage(catalogue).text(basis, withStatements: sql).utf8))
    }
}
