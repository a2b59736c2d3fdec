/// A source of chance of the tests' own: the same numbers for a seed on every machine (SplitMix64, Steele, Lea and Flood 2014).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
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
        bound > 0 ? Int(next() % UInt64(bound)) : 0
    }

    /// A number within a closed range.
    mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

    /// Whether something happens that happens `percent` times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ pool: [Element]) -> Element { pool[below(pool.count)] }

    /// As many different elements as there are, at most `count`, in the order of the pool.
    mutating func some<Element>(_ count: Int, of pool: [Element]) -> [Element] {
        var places = Array(pool.indices)
        while places.count > max(0, count) { places.remove(at: below(places.count)) }
        return places.map { pool[$0] }
    }
}
