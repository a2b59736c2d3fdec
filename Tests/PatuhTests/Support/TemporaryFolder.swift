import FoundationEssentials
import Glibc

/// A folder for one test.
enum TemporaryFolder {
    /// Calls `body` with a new folder, short enough for a socket, and removes it afterwards.
    static func with<T>(_ body: (String) async throws -> T) async throws -> T {
        var name = Array("/tmp/patuh-XXXXXX".utf8CString)
        let folder = mkdtemp(&name).map { String(cString: $0) } ?? ""
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }

    /// Files below a folder with their bytes, by path relative to it.
    static func contents(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        guard FileManager.default.fileExists(atPath: folder) else { return files }
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            if let data = FileManager.default.contents(atPath: "\(folder)/\(path)") { files[path] = Array(data) }
        }
        return files
    }
}
