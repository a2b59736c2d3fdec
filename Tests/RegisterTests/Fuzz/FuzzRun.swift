@testable import Register

/// Damages inputs one after the other and counts the verdicts on them.
struct FuzzRun {
    private let target: FuzzTarget
    private let seed: UInt64

    init(_ target: FuzzTarget, seed: UInt64) {
        self.target = target
        self.seed = seed
    }

    /// What became of the inputs.
    struct Tally: CustomStringConvertible {
        let name: String
        var read = 0
        /// How many were refused, by code.
        var refused: [String: Int] = [:]
        var slowest = (input: 0, time: Duration.zero)

        var description: String {
            let codes = refused.sorted { $0.key < $1.key }.map { ", \($0.key) \($0.value)" }.joined()
            let count = read + refused.values.reduce(0, +)
            return
                "fuzz: \(name): \(count) inputs: read \(read)\(codes); slowest \(slowest.time) (input \(slowest.input))"
        }
    }

    /// Tries the inputs 1 to `count`; the damage to each depends on the seed and its number alone.
    ///
    /// - Throws: whatever is no verdict.
    func run(_ count: Int) throws -> Tally {
        let attempt = try target.start()
        let watchdog = Watchdog(target.name)
        defer { watchdog.stop() }
        var tally = Tally(name: target.name)
        for input in 1...count {
            var random = SplitMix(seed: seed << 32 | UInt64(input))
            watchdog.watch(input)
            let start = ContinuousClock.now
            do {
                try attempt(&random)
                tally.read += 1
            } catch let fault as Fault {
                tally.refused[fault.code.description, default: 0] += 1
            } catch let error as FieldError {
                tally.refused[error.code, default: 0] += 1
            }
            let time = ContinuousClock.now - start
            if time > tally.slowest.time { tally.slowest = (input, time) }
        }
        return tally
    }
}
