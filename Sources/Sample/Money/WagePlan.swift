/// What a worker earns and what the employer says the worker earns, year by year.
struct WagePlan {
    /// The wage that BPJS Ketenagakerjaan was told, in the last month of the window.
    private(set) var paid: Int
    /// The wage in the JKN member list.
    private(set) var reported: Int
    /// The yearly raise in percent.
    private let raise: Int
    private let lastYear: Int
    /// The minimum wages of the regency.
    private let floors: [Int: Int]

    /// A lawful plan: nothing below the floor in the member list, and nothing less than was paid.
    init(size: SizeClass, regency: Territory.Regency, lastYear: Int, _ chance: inout SplitMix64) {
        floors = regency.floors
        self.lastYear = lastYear
        raise = chance.between(3, 8)
        let floor = regency.floors[lastYear] ?? 0
        paid = WagePlan.wage(size: size, floor: floor, &chance)
        reported = paid
        if paid > Contribution.cap + 1_000_000 {
            // Above the cap a lower figure changes nothing.
            if chance.chance(50) { reported = chance.between(Contribution.cap / 1_000, paid / 1_000) * 1_000 }
        } else if chance.chance(6) {
            reported = (paid * chance.between(102, 115) / 100 / 1_000 + 1) * 1_000
        } else if reported == floor, chance.chance(20) {
            // Told the one office less than the floor and the other one the floor.
            paid = floor * chance.between(70, 98) / 100
        }
    }

    /// Turns the plan into one with a wage reported too low, though not below the floor.
    mutating func underReport(_ chance: inout SplitMix64) {
        let floor = floors[lastYear] ?? 0
        paid = max(paid, floor * 13 / 10 / 1_000 * 1_000)
        let counted = min(paid, Contribution.cap)
        reported = chance.chance(40) ? floor : max(floor, counted * chance.between(50, 85) / 100 / 1_000 * 1_000)
    }

    /// Turns the plan into one with less than the minimum wage, said openly to both offices.
    mutating func undercut(_ chance: inout SplitMix64) {
        paid = (floors[lastYear] ?? 0) * chance.between(60, 95) / 100 / 1_000 * 1_000
        reported = paid
    }

    func paid(in year: Int) -> Int { earlier(paid, year) }
    func reported(in year: Int) -> Int { earlier(reported, year) }

    /// The wage some years ago: one raise less for each, but not below the floor of the time if not below it now.
    private func earlier(_ wage: Int, _ year: Int) -> Int {
        guard year < lastYear else { return wage }
        var then = wage
        for _ in year..<lastYear { then = then * 100 / (100 + raise) / 500 * 500 }
        guard let floor = floors[year], wage >= floors[lastYear] ?? 0 else { return then }
        return max(then, floor)
    }

    private static func wage(size: SizeClass, floor: Int, _ chance: inout SplitMix64) -> Int {
        let level = chance.below(1_000)
        let percent: Int
        switch size {
        case .micro: percent = level < 980 ? chance.between(100, 115) : chance.between(115, 200)
        case .small: percent = level < 900 ? chance.between(100, 125) : chance.between(125, 320)
        case .medium, .large:
            switch level {
            case ..<780: percent = chance.between(101, 140)
            case ..<930: percent = chance.between(140, 260)
            case ..<985: percent = chance.between(260, 520)
            default: percent = chance.heavyTail(from: 400, to: 1_250)
            }
        }
        if percent == 100 { return floor }
        return min((floor * percent / 100 / 5_000 + 1) * 5_000, 40_000_000)
    }
}
