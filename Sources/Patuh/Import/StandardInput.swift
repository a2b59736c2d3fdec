import FoundationEssentials
import Glibc
import Register

/// Standard input as a file: imports read a file more than once.
enum StandardInput {
    /// Copies standard input to a private temporary file and returns its path.
    static func spool() throws -> String {
        var path = Array((FileManager.default.temporaryDirectory.path + "/patuh-stdin-XXXXXX").utf8CString)
        let file = mkstemp(&path)
        guard file >= 0 else {
            throw Fault(.fileUnreadable, "No temporary file could be made for standard input.", hint: "Set TMPDIR.")
        }
        defer { close(file) }
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count == 0 { break }
            if count < 0, errno == EINTR { continue }
            guard count > 0, write(file, chunk, count) == count else {
                // The part of it that was copied is personal data in a folder for everyone.
                unlink(path)
                throw Fault(
                    .fileUnreadable, "Standard input could not be copied to a temporary file.",
                    hint: "Is the disk full?")
            }
        }
        return String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
