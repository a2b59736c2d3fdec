import ArgumentParser
import Postgres
import Register
import Reporting
import Rules

/// `patuh audit verify`.
struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compute stored findings again from their inputs, and say whether the proofs are reproduced.",
        discussion: """
            patuh audit verify F-000123
            patuh audit verify                        # all open findings of the newest run
            patuh audit verify --run 3

            Exits with 3 when a proof is not reproduced.
            """)

    @Argument(
        help: ArgumentHelp("Numbers of findings, such as F-000123 (default: all of the run).", valueName: "number"))
    var findings: [String] = []

    @Option(parsing: .unconditional, help: ArgumentHelp("The run (default: the newest).", valueName: "number"))
    var run: Int?

    @OptionGroup var limit: LimitOption
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let report = try await StandardReport("audit-verify", connection, output, limit: limit.limit).write {
            session, resources in
            let office = try Office.find(office.office, in: session)
            try FindingVerification(office).prepare(findings, run: run, Auditor(resources), session)
            return ReportScope(office: office, run: run)
        }
        let failed = report.sections.first { $0.key == "failed" }
        guard failed?.rows.isEmpty ?? true else { throw ExitStatus.findings.exit }
        Terminal.note("Every proof was reproduced.")
    }
}
