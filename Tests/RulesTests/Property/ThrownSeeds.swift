import FoundationEssentials

/// Which seeds tests throw their cases from.
enum ThrownSeeds {
    /// Those that a variable of the environment names, as `7` or `100-400`; else the usual ones.
    static func named(_ variable: String, usually usual: ClosedRange<UInt64>) -> ClosedRange<UInt64> {
        let words = ProcessInfo.processInfo.environment[variable]?.split(separator: "-").compactMap { UInt64($0) }
        guard let words, let first = words.first, let last = words.last, first <= last else { return usual }
        return first...last
    }
}
