import Glibc
import Register
import Synchronization

/// Progress of an import on standard error, from the second second on.
///
/// On a terminal it is a line that is written over ten times a second; elsewhere a new line every ten seconds.
final class Progress: Sendable {
    private struct State {
        var stage: ImportStage?
        /// When the stage began.
        var began: ContinuousClock.Instant
        var next: ContinuousClock.Instant
        var hasWritten = false
    }

    private let what: String
    private let start = ContinuousClock.now
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let state: Mutex<State>
    private let ticker = Mutex<Task<Void, Never>?>(nil)

    init(_ what: String) {
        self.what = what
        state = Mutex(State(began: start, next: start + .seconds(2)))
        // The stages that the server does alone report nothing while they last.
        ticker.withLock {
            $0 = Task.detached { [weak self] in
                while (try? await Task.sleep(for: .milliseconds(100))) != nil { self?.tick() }
            }
        }
    }

    /// Takes the stage that has been reached.
    func show(_ stage: ImportStage) {
        state.withLock {
            if $0.stage?.isSameStage(as: stage) != true { $0.began = ContinuousClock.now }
            $0.stage = stage
        }
    }

    /// Removes the line; nothing is shown afterwards.
    func finish() {
        ticker.withLock { $0?.cancel() }
        state.withLock {
            if $0.hasWritten, isTerminal { write("\r\u{1B}[K") }
            $0.stage = nil
        }
    }

    private func tick() {
        state.withLock {
            let now = ContinuousClock.now
            guard let stage = $0.stage, now >= $0.next else { return }
            $0.next = now + (isTerminal ? .milliseconds(100) : .seconds(10))
            $0.hasWritten = true
            let words = ProgressText.of(
                stage, after: (now - start) / .seconds(1), before: ($0.began - start) / .seconds(1))
            let text = "\(what): \(words)"
            write(isTerminal ? "\r\(text)\u{1B}[K" : "\(text)\n")
        }
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
