import FoundationEssentials
import Testing

@testable import Register

/// Damaged input always gets a verdict, rows or a fault: no crash, no hang, no other error.
///
/// `PATUH_FUZZ` sets how many files are damaged; `make fuzz` runs a hundred thousand under the address sanitizer.
@Suite(.timeLimit(.minutes(60))) struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let files = environment["PATUH_FUZZ"].flatMap { Int($0) }

    @Test(arguments: FuzzTarget.all)
    func `damaged input always gets a verdict`(_ target: FuzzTarget) throws {
        let count = max(20, (Self.files ?? 2000) * target.share / 100)
        let tally = try FuzzRun(target, seed: 1).run(count)
        if Self.files != nil { print(tally) }
        // Damage that nothing minds, or that nothing survives, tests little.
        #expect((1..<count).contains(tally.read), "\(tally)")
        #expect(tally.read + tally.refused.values.reduce(0, +) == count)
    }
}
