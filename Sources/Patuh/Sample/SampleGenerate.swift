import ArgumentParser
import Postgres
import Register
import Sample

/// `patuh sample generate`.
struct SampleGenerate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write the files an office has, for an invented branch; the same seed gives the same bytes.",
        discussion: """
            patuh sample generate --seed 1 --businesses 60 --province 61 -o branch

            Violations are planted; truth.csv lists them for patuh sample compare.
            """)

    @Option(parsing: .unconditional, help: ArgumentHelp("Seed of the random numbers, a whole number.", valueName: "n"))
    var seed: UInt64

    @Option(parsing: .unconditional, help: ArgumentHelp("Number of employers.", valueName: "n"))
    var businesses: Int

    @Option(
        help: ArgumentHelp("Province, as its two-digit Kemendagri code: 61 is Kalimantan Barat.", valueName: "code"))
    var province: String

    @Option(parsing: .unconditional, help: ArgumentHelp("Number of months of bills and wage files.", valueName: "n"))
    var months = 14

    @Option(help: ArgumentHelp("Last of these months (default: 2026-10).", valueName: "yyyy-mm"))
    var lastMonth: MonthArgument?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Folder for the files: a new one, or that of an earlier sample.", valueName: "folder"))
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
