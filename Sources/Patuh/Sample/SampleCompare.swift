import ArgumentParser
import Postgres
import Register
import Reporting

/// `patuh sample compare`.
struct SampleCompare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Hold the newest audit's findings against a sample's truth.csv; exit 3 when they differ.")

    @Argument(help: "The file truth.csv of the sample.")
    var truth: String

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let isEqual = try await Workspace.open(connection, language: output.lang) { workspace in
            let (report, isEqual) = try await workspace.database.transaction { session in
                try session.script(
                    "create temp table truth (rule text, business text, nik bigint, months bigint, amount bigint) on commit drop"
                )
                try load(session)
                try session.execute("update truth set nik = 0 where nik is null")
                let scope = try ReportScope.audited(try Office.find(office.office, in: session), in: session)
                let report = try ReportBuilder(workspace.resources, catalogue: workspace.catalogue)
                    .build("comparison", scope: scope, session: session)
                return (report, Self.isEqual(report))
            }
            try await output.write(report, workspace)
            return isEqual
        }
        guard isEqual else { throw ExitStatus.findings.exit }
        Terminal.note("Every planted violation was found, with its amount, and nothing else.")
    }

    /// Loads the file; whatever is wrong with it, the user must name another one.
    private func load(_ session: Session) throws {
        let hint = "Give the truth.csv that patuh sample generate wrote."
        do {
            _ = try session.copyInText("copy truth from stdin (format csv, header match)", file: truth)
        } catch let error as PostgresError where error.code == .fileUnreadable {
            throw Fault(.fileUnreadable, error.message, hint: hint)
        } catch let error as PostgresError where error.code == .serverError {
            throw Fault(.layoutUnknown, "\(truth) is not the list of planted violations of a sample.", hint: hint)
        }
    }

    private static func isEqual(_ report: Report) -> Bool {
        guard let section = report.sections.first else { return false }
        return section.rows.allSatisfy { row in
            zip(section.columns, row).allSatisfy { column, cell in
                !["missing", "extra", "differing"].contains(column.key) || cell == .integer(0)
            }
        }
    }
}
