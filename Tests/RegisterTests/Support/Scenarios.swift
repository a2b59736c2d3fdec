import FoundationEssentials
import TestSupport
import Testing

/// The cases that stand as data under `Tests/Scenarios`.
enum Scenarios {
    static let folder = PatuhTemplates.root + "/Tests/Scenarios"

    /// The rows of a table of cases: headings in the first line, fields parted by `;`, no quotes.
    static func table(_ path: String) -> [ScenarioRow] {
        let lines = text(path).split(separator: "\n")
        let headings = lines[0].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        precondition(lines.count > 1, "\(path) has no cases")
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            precondition(fields.count == headings.count, "\(path): \(line)")
            return ScenarioRow(text: String(line), values: Dictionary(uniqueKeysWithValues: zip(headings, fields)))
        }
    }

    /// The text of a file of the scenarios.
    static func text(_ path: String) -> String {
        guard let data = FileManager.default.contents(atPath: place(of: path)) else {
            preconditionFailure("\(path) cannot be read")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// The folders in a folder of the scenarios.
    static func folders(_ path: String) -> [String] {
        files(path).filter { !$0.contains(".") }
    }

    /// What is in a folder of the scenarios.
    static func files(_ path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: place(of: path))) ?? []).sorted()
    }

    /// Where a file is; `law` stands for the worked examples, which ship with the functions.
    private static func place(of path: String) -> String {
        path == "law" || path.hasPrefix("law/")
            ? "\(PatuhTemplates.root)/SQL/examples\(path.dropFirst(3))" : "\(folder)/\(path)"
    }
}

/// One case of a table.
struct ScenarioRow: Sendable, CustomTestStringConvertible {
    let text: String
    let values: [String: String]

    var testDescription: String { text }

    subscript(_ column: String) -> String {
        get throws { try #require(values[column], "The table has no column \(column).") }
    }

    func number(_ column: String) throws -> Int64 {
        try #require(Int64(self[column]), "\(column) is no number: \(text)")
    }
}
