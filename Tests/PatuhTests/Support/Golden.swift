import FoundationEssentials
import TestSupport
import Testing

/// Texts on record under `Tests/Golden`; `RECORD_GOLDEN=1` writes them anew.
enum Golden {
    static let folder = PatuhTemplates.root + "/Tests/Golden"
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    /// Fails when the text is not the one on record.
    static func check(_ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try check(text, at: "\(folder)/\(path)", sourceLocation: sourceLocation)
    }

    /// Fails when the text is not the one in the file.
    static func check(_ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if isRecording {
            let parent = path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path))
            return
        }
        let expected = try #require(
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) },
            "\(path) is not there; RECORD_GOLDEN=1 writes it.", sourceLocation: sourceLocation)
        guard text != expected else { return }
        let lines = (
            text.split(separator: "\n", omittingEmptySubsequences: false),
            expected.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let first = zip(lines.0, lines.1).enumerated().first { $1.0 != $1.1 }
        Issue.record(
            """
            \(path) differs from line \((first?.offset ?? min(lines.0.count, lines.1.count)) + 1) on:
            expected: \(first.map { String($0.element.1) } ?? "\(lines.1.count) lines")
            got:      \(first.map { String($0.element.0) } ?? "\(lines.0.count) lines")
            """, sourceLocation: sourceLocation)
    }

    /// The text with times of day and machine paths replaced.
    static func masked(_ text: String, folder: String = "") -> String {
        var text = text.replacing(PatuhTemplates.root, with: "{root}")
        if !folder.isEmpty { text = text.replacing(folder, with: "{folder}") }
        text = text.replacing(#/\b(?=[0-9]*[a-f])[0-9a-f]{12,64}\b/#.wordBoundaryKind(.simple), with: "{hash}")
        text = text.replacing(#/on \d{4}-\d\d-\d\d; nothing/#, with: "on {day}; nothing")
        return text.replacing(#/\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d(:?\d\d)?|Z)?/#, with: "{time}")
    }
}
