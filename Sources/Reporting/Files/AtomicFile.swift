import FoundationEssentials
import Register

/// Files that are either complete or absent.
public enum AtomicFile {
    /// Writes the bytes beside the target and moves them into place.
    ///
    /// Letters and reports name people: they are for the eyes of whoever made them.
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
            let writer = try FileWriter(path)
            try writer.write(bytes)
            try writer.finish()
        } catch {
            throw ReportingError(
                .fileNotWritten, "The file \(path) could not be written.",
                hint: "Does its folder exist, and may you write there?", detail: String(describing: error))
        }
    }
}
