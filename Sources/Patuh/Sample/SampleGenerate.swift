import ArgumentParser
import Postgres
import Register
import Sample

/// `patuh sample generate`.
struct SampleGenerate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write the files an office has, for an invented branch; the same seed gives the same bytes.")

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64

    @Option(help: "Number of employers.")
    var businesses: Int

    @Option(help: ArgumentHelp("Province (Kemendagri code), such as 61.", valueName: "code"))
    var province: String

    @Option(help: "Number of months of bills and wage files.")
    var months = 14

    @Option(help: ArgumentHelp("Last month.", valueName: "yyyy-mm"))
    var lastMonth: MonthArgument?

    @Option(name: [.short, .long], help: ArgumentHelp("Folder for the files.", valueName: "folder"))
    var output: String

    func run() async throws {
        var options = SampleOptions(
            seed: seed, businesses: businesses, province: province,
            referenceFolder: try Resources.locate().sql + "/reference")
        options.months = months
        if let lastMonth {
            options.lastMonth = SampleMonth(year: lastMonth.firstDay.year, month: lastMonth.firstDay.month)
        }
        let summary = try SampleGenerator.generate(options, into: output)
        Terminal.note(
            "\(output): \(summary.files.count) files, \(summary.businesses) employers, \(summary.workers) workers.")
        let planted = summary.planted.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        Terminal.note("Planted: \(planted.joined(separator: ", ")); listed in \(output)/truth.csv.")
    }
}
