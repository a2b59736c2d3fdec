import FoundationEssentials
import Subprocess
import Testing

@testable import Reporting

/// The typesetter as this machine has it, and the text of what it set.
enum Typesetting {
    /// Nil where the typesetter's Python is not installed; its tests are skipped then, and say so.
    static let installation = try? TypesetterInstallation.locate(
        resources: Samples.resources, environment: ProcessInfo.processInfo.environment)

    static func typeset(_ jobs: [TypesetJob]) async throws -> [[UInt8]] {
        try await Typesetter.typeset(jobs, using: #require(installation))
    }

    /// The text layer, with runs of white space as one space.
    static func text(_ pdf: [UInt8]) async throws -> String {
        let result = try await run(
            .name("pdftotext"), arguments: ["-layout", "-", "-"], input: .array(pdf), output: .string(limit: 1 << 20))
        try #require(result.terminationStatus.isSuccess)
        return result.standardOutput.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
