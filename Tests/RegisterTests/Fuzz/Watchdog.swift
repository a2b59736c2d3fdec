import Dispatch
import Synchronization

/// Ends the process when one input takes too long: a hang cannot be ended otherwise.
final class Watchdog: Sendable {
    /// Under the sanitizer and on a busy machine an input takes milliseconds.
    private static let patience = 30

    private let name: String
    private let state = Mutex((input: 0, seconds: 0, isStopped: false))

    init(_ name: String) {
        self.name = name
        tick()
    }

    /// Says that the next input is under way.
    func watch(_ input: Int) {
        state.withLock { ($0.input, $0.seconds) = (input, 0) }
    }

    func stop() {
        state.withLock { $0.isStopped = true }
    }

    private func tick() {
        DispatchQueue.global().asyncAfter(deadline: .now() + 1) {
            let (input, seconds, isStopped) = self.state.withLock { state in
                state.seconds += 1
                return state
            }
            if isStopped { return }
            if seconds > Self.patience {
                fatalError("fuzz: \(self.name): input \(input) takes more than \(Self.patience) s.")
            }
            self.tick()
        }
    }
}
