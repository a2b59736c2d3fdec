import FoundationEssentials
import Register
import TestSupport

/// A copy of the resources whose rules and law a test may edit.
struct RuleFolder: Sendable {
    let resources: Resources

    /// The text to replace does not stand in the rule: the test would test nothing.
    struct NothingReplaced: Error {
        let file: String
    }

    static func with<T>(_ body: (RuleFolder) async throws -> T) async throws -> T {
        let folder = try make()
        defer { folder.remove() }
        return try await body(folder)
    }

    static func with<T>(_ body: (RuleFolder) throws -> T) throws -> T {
        let folder = try make()
        defer { folder.remove() }
        return try body(folder)
    }

    /// Replaces text in a rule file.
    @discardableResult
    func edit(_ rule: String, _ old: String, _ new: String) throws -> Int {
        try edit(file: "rules/\(rule).sql", old, new)
    }

    /// Replaces text in a file below `SQL`, and gives the number of its first line that was changed.
    @discardableResult
    func edit(file: String, _ old: String, _ new: String) throws -> Int {
        let text = try SourceText(path: "\(resources.sql)/\(file)").text
        guard let place = text.firstRange(of: old) else { throw NothingReplaced(file: file) }
        try write(text.replacing(old, with: new), to: file)
        return text[..<place.lowerBound].count { $0 == "\n" } + 1
    }

    /// Adds text at the end of a file below `SQL`, and gives the number of its first new line.
    @discardableResult
    func append(_ text: String, to file: String) throws -> Int {
        let before = try SourceText(path: "\(resources.sql)/\(file)").text
        try write(before + text, to: file)
        return before.split(separator: "\n", omittingEmptySubsequences: false).count
    }

    /// Writes a file below `SQL`.
    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(resources.sql)/\(file)"))
    }

    /// Replaces text in a rule file, or puts it back where it has been replaced.
    func toggle(_ rule: String, _ old: String, _ new: String) throws {
        let text = try SourceText(path: "\(resources.sql)/rules/\(rule).sql").text
        _ = try text.contains(new) ? edit(rule, new, old) : edit(rule, old, new)
    }

    /// Takes a rule file away, or puts it back.
    func toggle(_ rule: String) throws {
        let path = "\(resources.sql)/rules/\(rule).sql"
        if FileManager.default.fileExists(atPath: path) {
            try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        } else {
            try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
        }
    }

    private static func make() throws -> RuleFolder {
        let root = FileManager.default.temporaryDirectory.path + "/rules-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root + "/SQL", withIntermediateDirectories: true)
        for folder in ["rules", "worktables", "functions", "parameters", "examples"] {
            try FileManager.default.copyItem(
                atPath: "\(PatuhTemplates.resources.sql)/\(folder)", toPath: "\(root)/SQL/\(folder)")
        }
        for folder in ["migrations", "reference", "imports"] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(root)/SQL/\(folder)",
                withDestinationPath: "\(PatuhTemplates.resources.sql)/\(folder)")
        }
        try FileManager.default.createSymbolicLink(
            atPath: "\(root)/Scenarios", withDestinationPath: PatuhTemplates.resources.scenarios)
        return RuleFolder(resources: Resources(root: root))
    }

    private func remove() { try? FileManager.default.removeItem(atPath: resources.root) }
}
