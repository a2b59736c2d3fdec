import FoundationEssentials
import Glibc
import Register

/// Standard input as a file: imports read a file more than once.
final class StandardInput {
    private let descriptor: Int32

    /// Copies standard input to a temporary file without a name: even a killed command leaves no personal data behind.
    ///
    /// - Throws: `Fault` with `fileUnreadable`.
    init() throws {
        var name = Array((FileManager.default.temporaryDirectory.path + "/patuh-stdin-XXXXXX").utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw Fault(.fileUnreadable, "No temporary file could be made for standard input.", hint: "Set TMPDIR.")
        }
        unlink(name)
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count == 0 { break }
            if count < 0, errno == EINTR { continue }
            guard count > 0, write(descriptor, chunk, count) == count else {
                throw Fault(
                    .fileUnreadable, "Standard input could not be copied to a temporary file.",
                    hint: "Is the disk full?")
            }
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Where the file can be opened as long as this object lives.
    var path: String { "/proc/self/fd/\(descriptor)" }
}
