import Glibc

/// Progress of a long act on standard error: from the second second on, at most ten times a second, on terminals only.
final class Progress: @unchecked Sendable {
    private let what: String
    private let start = ContinuousClock.now
    private var last = ContinuousClock.now
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var hasWritten = false

    init(_ what: String) {
        self.what = what
    }

    /// Shows how many rows have been read.
    ///
    /// Called from one thread at a time.
    func show(_ rows: Int) {
        let now = ContinuousClock.now
        guard isTerminal, now - start > .seconds(2), now - last > .milliseconds(100) else { return }
        last = now
        hasWritten = true
        let rate = rows / max(1, Int((now - start).components.seconds))
        write("\r\(what): \(rows) rows, \(rate) rows/s ")
    }

    /// Removes the line.
    func finish() {
        if hasWritten { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
