import FoundationEssentials
import Register
import TestSupport

/// A copy of the resources whose rules a test may edit.
struct RuleFolder: Sendable {
    let resources: Resources

    /// The text to replace does not stand in the rule: the test would test nothing.
    struct NothingReplaced: Error {
        let rule: String
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
    func edit(_ rule: String, _ old: String, _ new: String) throws {
        let path = "\(resources.sql)/rules/\(rule).sql"
        let text = try SourceText(path: path).text
        guard text.contains(old) else { throw NothingReplaced(rule: rule) }
        try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: path))
    }

    /// Replaces text in a rule file, or puts it back where it has been replaced.
    func toggle(_ rule: String, _ old: String, _ new: String) throws {
        let text = try SourceText(path: "\(resources.sql)/rules/\(rule).sql").text
        try text.contains(new) ? edit(rule, new, old) : edit(rule, old, new)
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
        for folder in ["rules", "worktables"] {
            try FileManager.default.copyItem(
                atPath: "\(PatuhTemplates.resources.sql)/\(folder)", toPath: "\(root)/SQL/\(folder)")
        }
        return RuleFolder(resources: Resources(root: root))
    }

    private func remove() { try? FileManager.default.removeItem(atPath: resources.root) }
}
