import ArgumentParser
import Register
import Reporting
import Rules

/// `patuh rules list`.
struct RulesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the rules: what each is about, how far a finding may go, and its articles.",
        discussion: """
            patuh rules list --lang en
            patuh rules list --format csv -o rules.csv

            Read from the files; no database is needed.
            """)

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let resources = try Resources.locate()
        let catalogue = try Catalogue(language: output.lang, folder: resources.reports + "/text")
        try await output.write(try RulesReport.build(RuleSet(resources), catalogue), resources, catalogue)
    }
}
