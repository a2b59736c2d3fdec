import Glibc
import Register

/// Standard output for data, standard error for everything else.
enum Terminal {
    /// The reader of standard output has gone.
    struct Closed: Error {}

    /// Writes data to standard output.
    static func write(_ bytes: [UInt8]) throws {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count < 0 {
                if errno == EINTR { continue }
                guard errno == EPIPE else {
                    throw Fault(
                        .fileUnreadable,
                        "Standard output could not be written to the end: \(String(cString: strerror(errno))).",
                        hint: "What was written is not complete. Is the disk full?")
                }
                throw Closed()
            }
            start += count
        }
    }

    /// Writes a line of data.
    static func print(_ line: String) throws {
        try write(Array((line + "\n").utf8))
    }

    /// Writes a line to standard error.
    static func note(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// The width of the terminal on standard output; nil when output goes elsewhere.
    static var width: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// True when headings may carry styles: a terminal, no NO_COLOR, not a dumb one; FORCE_COLOR overrides.
    static var isStyled: Bool {
        if getenv("FORCE_COLOR") != nil { return true }
        guard isatty(STDOUT_FILENO) == 1, getenv("NO_COLOR") == nil else { return false }
        return getenv("TERM").map { String(cString: $0) } != "dumb"
    }
}
