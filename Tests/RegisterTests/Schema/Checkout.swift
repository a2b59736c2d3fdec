import FoundationEssentials
import TestSupport

@testable import Register

/// A copy of the folder SQL that a test may change.
struct Checkout {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/SQL", withIntermediateDirectories: true)
        for part in ["migrations", "functions", "reference", "parameters"] {
            try FileManager.default.copyItem(
                atPath: "\(PatuhTemplates.resources.sql)/\(part)", toPath: "\(folder.path)/SQL/\(part)")
        }
    }

    var resources: Resources { Resources(root: folder.path) }

    func write(_ text: String, to file: String) throws {
        _ = try folder.write(text, to: "SQL/\(file)")
    }

    func append(_ text: String, to file: String) throws {
        try write(TemporaryFolder.read("\(folder.path)/SQL/\(file)") + text, to: file)
    }

    /// Replaces text that must be there.
    func replace(_ old: String, by new: String, in file: String) throws {
        let text = try TemporaryFolder.read("\(folder.path)/SQL/\(file)")
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        guard parts.count > 1 else { throw Missing(text: old, file: file) }
        try write(parts.joined(separator: new), to: file)
    }

    struct Missing: Error {
        let text: String
        let file: String
    }
}
