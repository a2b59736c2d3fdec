import Glibc
import Register
import Synchronization

/// Progress of an import or another long command on standard error, from the second second on.
///
/// On a terminal it is a line that is written over ten times a second; elsewhere a new line every ten seconds.
final class Progress: Sendable {
    private struct State {
        var text: (@Sendable (_ seconds: Double) -> String)?
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
        state = Mutex(State(next: start + .seconds(2)))
        // The stages that the server does alone report nothing while they last.
        ticker.withLock {
            $0 = Task.detached { [weak self] in
                while (try? await Task.sleep(for: .milliseconds(100))) != nil { self?.tick() }
            }
        }
    }

    /// Takes the stage that has been reached; later stages are told of once, when they begin.
    func show(_ stage: ImportStage) {
        let before = (ContinuousClock.now - start) / .seconds(1)
        state.withLock { $0.text = { ProgressText.of(stage, after: $0, before: before) } }
    }

    /// Takes what is to be said from now on.
    func show(_ text: String) {
        state.withLock { $0.text = { _ in text } }
    }

    /// Removes the line until there is something new to show, so that others can write to the terminal.
    func pause() {
        state.withLock {
            if $0.hasWritten, isTerminal { write("\r\u{1B}[K") }
            $0.text = nil
        }
    }

    /// Removes the line; nothing is shown afterwards.
    func finish() {
        ticker.withLock { $0?.cancel() }
        pause()
    }

    private func tick() {
        state.withLock {
            let now = ContinuousClock.now
            guard let text = $0.text, now >= $0.next else { return }
            $0.next = now + (isTerminal ? .milliseconds(100) : .seconds(10))
            $0.hasWritten = true
            let line = "\(what): \(text((now - start) / .seconds(1)))"
            write(isTerminal ? "\r\(line)\u{1B}[K" : "\(line)\n")
        }
    }

    private func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
