import FoundationEssentials

/// Files that are either complete or absent.
public enum AtomicFile {
    /// Writes the bytes beside the target and moves them into place.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - path: where the file goes.
    ///   - replacing: whether a file of that name may be replaced.
    /// - Throws: a ``ReportingError`` naming the file.
    public static func write(_ bytes: [UInt8], to path: String, replacing: Bool = true) throws {
        if !replacing, FileManager.default.fileExists(atPath: path) {
            throw ReportingError(.fileExists, "The file \(path) exists already.", hint: "Use --force to replace it.")
        }
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw ReportingError(
                .fileNotWritten, "The file \(path) could not be written.",
                hint: "Does its folder exist, and may you write there?", detail: String(describing: error))
        }
    }
}
