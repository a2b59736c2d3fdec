import FoundationEssentials

/// Files that are either complete or absent.
public enum AtomicFile {
    /// Writes the bytes beside the target and moves them into place.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - path: where the file goes; a missing folder is made.
    /// - Throws: a ``ReportingError`` naming the file.
    public static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
            // Letters and reports name people: for the eyes of whoever made them.
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw ReportingError(
                .fileNotWritten, "The file \(path) could not be written.",
                hint: "Does its folder exist, and may you write there?", detail: String(describing: error))
        }
    }
}
