import FoundationEssentials
import TestSupport
import Testing

/// Texts of `Tests/Golden`, compared whole.
///
/// `RECORD_GOLDEN=1 swift test` writes them anew; look at the difference then.
enum Golden {
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    /// Compares a text with a file; hashes are compared elsewhere, so they stand as dots.
    static func expect(_ text: String, is file: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let path = "\(PatuhTemplates.root)/Tests/Golden/\(file)"
        let actual = withoutHashes(text)
        if isRecording {
            try Data(actual.utf8).write(to: URL(filePath: path))
            return
        }
        let data = try #require(
            FileManager.default.contents(atPath: path), "record it with RECORD_GOLDEN=1", sourceLocation: sourceLocation
        )
        let expected = lines(String(decoding: data, as: UTF8.self))
        let found = lines(actual)
        for (line, (expected, found)) in zip(expected, found).enumerated() {
            #expect(found == expected, "\(file):\(line + 1)", sourceLocation: sourceLocation)
        }
        #expect(found.count == expected.count, "\(file): number of lines", sourceLocation: sourceLocation)
    }

    /// Rule and proof hashes change with every word of a rule file and of its evidence.
    private static func withoutHashes(_ text: String) -> String {
        text.replacing(#/\b(?:[0-9a-f]{64}|[0-9a-f]{12})\b/#) { match in
            match.output.contains(where: \.isLetter) ? String(repeating: "…", count: 12) : String(match.output)
        }
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
