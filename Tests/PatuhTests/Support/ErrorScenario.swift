import FoundationEssentials
import TestSupport
import Testing

/// A folder of `Tests/Scenarios/errors`.
struct ErrorScenario: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    /// `database.txt`; without it the audited sample.
    let database: String

    static let root = PatuhTemplates.root + "/Tests/Scenarios/errors"

    var folder: String { "\(Self.root)/\(name)" }
    var testDescription: String { name }

    static func all() throws -> [ErrorScenario] {
        try FileManager.default.contentsOfDirectory(atPath: root).sorted()
            .filter { FileManager.default.fileExists(atPath: "\(root)/\($0)/arguments.txt") }
            .map { name in
                ErrorScenario(
                    name: name,
                    arguments: Tool.text("\(root)/\(name)/arguments.txt").split(separator: "\n").map(String.init),
                    database: Tool.text("\(root)/\(name)/database.txt").trimmed)
            }
    }

    /// Calls `body` with a tool that works on the database the case asks for.
    func withTool(in folder: String, _ body: (Tool) async throws -> Void) async throws {
        switch database {
        case "none": try await body(Tool(folder: folder))
        case "unreachable": try await body(Tool(["PGHOST": "/nonexistent", "PGDATABASE": "patuh"], folder: folder))
        case "empty": try await TestDatabase.with { try await body(Tool($0, folder: folder)) }
        case "schema": try await TestDatabase.with(PatuhTemplates.schema) { try await body(Tool($0, folder: folder)) }
        case "imported":
            try await TestDatabase.with(PatuhTemplates.imported) { try await body(Tool($0, folder: folder)) }
        default: try await TestDatabase.with(PatuhTemplates.audited) { try await body(Tool($0, folder: folder)) }
        }
    }
}

extension String {
    /// Without the line break at the end.
    var trimmed: String { split(separator: "\n").first.map(String.init) ?? "" }
}
