/// What is wrong, or not, with a firm.
enum Profile {
    case clean
    /// Registered once, closed since: no bills and no duties any more.
    case closed
    /// Never registered and closed: looks like a violation and is none.
    case closedUnregistered
    /// Never registered, open, but with nobody besides the owner: no violation either.
    case ownerOnly
    /// Not registered although BPJS Ketenagakerjaan knows its workers by name.
    case unregisteredNamed
    /// Not registered; only the number of its workers is known.
    case unregisteredCounted
    case arrears
    case arrearsAndMissing
    case missingAndUnderReported
    case underReported
    case belowFloorAndMissing
    case belowFloor

    /// The profiles of twenty firms: twelve clean, eight with one or two violations.
    private static let deck: [Profile] =
        [
            .missingAndUnderReported, .underReported, .belowFloorAndMissing, .belowFloor, .arrearsAndMissing,
            .arrears, .unregisteredNamed, .unregisteredCounted, .closed, .closedUnregistered, .ownerOnly,
        ] + Array(repeating: .clean, count: 9)

    static let deckSize = deck.count

    /// Deals profiles to up to twenty firms of known sizes; a profile that fits none of them is left out.
    static func deal(to sizes: [Int], _ chance: inout SplitMix64) -> [Profile] {
        var cards = deck
        if sizes.count < deck.count { chance.shuffle(&cards) }
        var free = Array(sizes.indices)
        chance.shuffle(&free)
        var dealt = Array(repeating: Profile.clean, count: sizes.count)
        for card in cards.prefix(sizes.count) where card != .clean {
            guard let place = free.firstIndex(where: { card.fits(sizes[$0]) }) else { continue }
            dealt[free.remove(at: place)] = card
        }
        return dealt
    }

    var isRegistered: Bool {
        switch self {
        case .closedUnregistered, .ownerOnly, .unregisteredNamed, .unregisteredCounted: false
        default: true
        }
    }

    /// Whether no list names the firm's workers.
    var isNameless: Bool { self == .closedUnregistered || self == .ownerOnly || self == .unregisteredCounted }

    /// Whether the violation shows only in the lists of BPJS Ketenagakerjaan.
    var needsWageList: Bool { hidesWorkers || hidesWages || self == .unregisteredNamed }

    var hidesWorkers: Bool {
        self == .arrearsAndMissing || self == .missingAndUnderReported || self == .belowFloorAndMissing
    }

    var hidesWages: Bool { self == .missingAndUnderReported || self == .underReported }
    var paysTooLittle: Bool { self == .belowFloor || self == .belowFloorAndMissing }
    var owes: Bool { self == .arrears || self == .arrearsAndMissing }

    /// Large firms are registered and stay open; wrong entries about workers need workers.
    private func fits(_ size: Int) -> Bool {
        switch self {
        case .ownerOnly: size < 5
        case .closed, .closedUnregistered, .unregisteredNamed, .unregisteredCounted: size < 100
        case .arrears, .clean: true
        default: size >= 6
        }
    }
}
