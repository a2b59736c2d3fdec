import Glibc
import Register

/// Standard input as a file: imports read a file more than once.
struct StandardInput {
    private let file: NamelessFile

    /// Copies standard input to a temporary file.
    ///
    /// - Throws: `Fault` with `fileUnreadable`.
    init() throws {
        file = try NamelessFile()
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count == 0 { break }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw Fault(.fileUnreadable, "Standard input cannot be read.", hint: "Name a file instead of -.")
            }
            try file.write(chunk[..<count])
        }
    }

    /// Where the file can be opened as long as this value lives.
    var path: String { file.path }
}
