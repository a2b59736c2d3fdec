/// The four size classes in which BPJS Kesehatan reports firms.
enum SizeClass: String {
    case large = "BESAR"
    case medium = "MENENGAH"
    case small = "KECIL"
    case micro = "MIKRO"

    /// Of 4,660 firms of the Surakarta branch (February 2024) 1,342 were micro, 1,862 small, 1,016 medium, 440 large.
    static func of(firm index: Int) -> SizeClass {
        // The golden ratio spreads the classes evenly, so that even a small sample has its share of each.
        let spread = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15
        switch Int(spread.multipliedFullWidth(by: 4_660).high) {
        case ..<1_342: return .micro
        case ..<3_204: return .small
        case ..<4_220: return .medium
        default: return .large
        }
    }

    /// How many workers a firm of this class has; the tail of the large ones grows with the branch.
    func headcount(in branchSize: Int, _ chance: inout SplitMix64) -> Int {
        switch self {
        case .micro: chance.between(1, 4)
        case .small: chance.between(5, 19)
        case .medium: chance.heavyTail(from: 20, to: 99)
        case .large: chance.heavyTail(from: 100, to: min(100 + branchSize * 3 / 2, 15_000))
        }
    }
}
