import FoundationEssentials

@testable import Sample

/// The package's own reference data and sample, and samples made for one test.
enum SampleFixture {
    private static let package = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    static let reference = "\(package)/SQL/reference"
    static let committed = "\(package)/SQL/sample"

    static func options(
        seed: UInt64 = 1, businesses: Int = 60, province: String = "61", months: Int = 14,
        last: SampleMonth = SampleMonth(year: 2026, month: 10)
    ) -> SampleOptions {
        SampleOptions(
            seed: seed, businesses: businesses, province: province, months: months, lastMonth: last,
            referenceFolder: reference)
    }

    /// A folder that does not exist yet, inside one that is removed afterwards.
    static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let parent = FileManager.default.temporaryDirectory.path + "/sample-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: parent) }
        return try body("\(parent)/branch")
    }

    static func withSample<Result>(
        _ options: SampleOptions, _ body: (BranchFiles, SampleSummary) throws -> Result
    ) throws -> Result {
        try withFolder { folder in
            let summary = try SampleGenerator.generate(options, into: folder)
            return try body(BranchFiles(folder: folder), summary)
        }
    }
}
