public import ArgumentParser
import FoundationEssentials
import Register
public import Reporting

extension OutputFormat: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

/// How a report leaves the command.
struct OutputOptions: ParsableArguments {
    @Option(help: "Language of titles, names and explanations.")
    var lang: Language = .indonesian

    @Option(help: "How to write it; see patuh help-topic formats.")
    var format: OutputFormat = .table

    @Option(help: ArgumentHelp("Only this section; csv holds one, without this the first.", valueName: "key"))
    var section: String?

    @Option(
        name: [.short, .long], help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?

    /// Renders a report and writes it where the user wants it.
    func write(_ report: Report, _ workspace: Workspace) async throws {
        try await write(report, workspace.resources, workspace.catalogue)
    }

    /// Renders a report that needed no database.
    func write(_ report: Report, _ resources: Resources, _ catalogue: Catalogue) async throws {
        let options = RenderOptions(
            width: output == nil ? Terminal.width : nil, styled: output == nil && Terminal.isStyled,
            section: section ?? mainSection(of: report))
        let press = format == .pdf ? try Press(Self.typesetter(resources), timestamp: 0) : nil
        let renderer = try format.renderer(catalogue, options: options, press: press)
        let bytes = try await renderer.render(report)
        if let output, output != "-" {
            try AtomicFile.write(bytes, to: output)
            Terminal.note("Written: \(output)")
        } else {
            try Terminal.write(bytes)
        }
    }

    /// CSV holds one table: the first one, unless the user chose another.
    private func mainSection(of report: Report) -> String? {
        guard format == .csv, report.sections.count > 1, let first = report.sections.first else {
            return nil
        }
        let others = report.sections.dropFirst().map(\.key).joined(separator: ", ")
        Terminal.note("\(format) holds one table, here \(first.key); choose another with --section: \(others)")
        return first.key
    }

    /// The typesetter of this installation: `.venv` in a checkout, `PREFIX/lib/patuh/venv` when installed.
    static func typesetter(_ resources: Resources) throws -> TypesetterInstallation {
        try TypesetterInstallation.locate(
            resources: resources.reports, prefix: resources.root + "/../..",
            environment: ProcessInfo.processInfo.environment)
    }
}
