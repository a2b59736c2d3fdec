import ArgumentParser
import Postgres
import Register
import Reporting
import Rules

/// `patuh audit explain`.
struct AuditExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Print the proof of a finding: article, inputs with file and line, arithmetic.",
        discussion: """
            patuh audit explain F-000123
            patuh audit explain F-000123 --lang en

            The numbers of findings: patuh finding list
            """)

    @Argument(help: ArgumentHelp("Number of the finding, such as F-000123.", valueName: "number"))
    var finding: String

    @Option(help: "Language of the page.")
    var lang: Language = .indonesian

    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let page = try await Workspace.open(connection, language: lang) { workspace in
            let proof = try await workspace.database.run { session in
                try FindingProof.load(finding, office: try Office.find(office.office, in: session), session: session)
            }
            return try ProofPage(workspace.catalogue).text(proof)
        }
        try Terminal.write(Array(page.utf8))
    }
}
