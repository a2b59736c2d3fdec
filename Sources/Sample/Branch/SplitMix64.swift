/// The generator's own source of chance (Steele, Lea and Flood 2014): the same numbers with every Swift version.
///
/// Only integers and correctly rounded operations (`+ * /` and square roots) are used, so that no C library
/// can change a sample's bytes.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// Creates an independent stream of a seed.
    init(seed: UInt64, stream: UInt64) {
        var first = SplitMix64(seed: seed)
        var second = SplitMix64(seed: first.next() ^ (stream &* 0xD1B5_4A32_D192_ED03))
        state = second.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `bound`; 0 when the bound is not positive.
    mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number within a closed range; the lower end when the upper one lies below it.
    mutating func between(_ low: Int, _ high: Int) -> Int {
        low + below(high - low + 1)
    }

    /// Whether something happens that happens `percent` times in a hundred.
    mutating func chance(_ percent: Int) -> Bool {
        below(100) < percent
    }

    mutating func pick<Element>(_ pool: [Element]) -> Element {
        pool[below(pool.count)]
    }

    mutating func shuffle<Element>(_ items: inout [Element]) {
        for last in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(last, below(last + 1))
        }
    }

    /// A number with a heavy tail (Pareto with exponent 8/7), between the two ends.
    mutating func heavyTail(from low: Int, to high: Int) -> Int {
        guard high > low else { return low }
        for _ in 0..<64 {
            let uniform = Double((next() >> 11) + 1) / 9_007_199_254_740_992
            let half = uniform.squareRoot()
            let quarter = half.squareRoot()
            let scaled = Double(low) / (half * quarter * quarter.squareRoot())
            if scaled < Double(high) + 1 { return Int(scaled) }
        }
        return low
    }
}
