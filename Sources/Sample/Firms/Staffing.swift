/// Decides who works at a firm, since when, for what wage, and what is wrong about it.
struct Staffing {
    /// What was planted on a worker.
    enum Flaw {
        case none, missing, underReported, belowFloor
    }

    let firm: Firm
    let window: Window
    /// One for each worker still there at the end; the first of them always stays and is in order.
    let flaws: [Flaw]
    /// How many have left during the window.
    let leavers: Int

    init(firm: Firm, window: Window, _ chance: inout SplitMix64) {
        self.firm = firm
        self.window = window
        let size = firm.headcount
        var flaws: [Flaw] = []
        if firm.profile.hidesWorkers { flaws += Array(repeating: .missing, count: Staffing.count(size, &chance)) }
        if firm.profile.hidesWages { flaws += Array(repeating: .underReported, count: Staffing.count(size, &chance)) }
        if firm.profile.paysTooLittle { flaws += Array(repeating: .belowFloor, count: Staffing.count(size, &chance)) }
        flaws += Array(repeating: .none, count: max(size - 1 - flaws.count, 0))
        flaws = Array(flaws.prefix(max(size - 1, 0)))
        chance.shuffle(&flaws)
        self.flaws = (size > 0 ? [.none] : []) + flaws
        // About every seventh job changes hands in a year.
        let expected = size * window.count * 15 / 12
        leavers = expected / 100 + (chance.chance(expected % 100) ? 1 : 0)
    }

    /// How many workers a flaw befalls: many of a small firm, few of a large one.
    private static func count(_ size: Int, _ chance: inout SplitMix64) -> Int {
        size < 20 ? 2 + chance.below(size / 5) : max(2, size * chance.between(3, 12) / 100)
    }

    /// The worker at a place of `flaws`.
    func worker(
        at place: Int, _ people: inout PersonFactory, _ pool: inout MoverPool, _ chance: inout SplitMix64
    ) -> Employment {
        let flaw = flaws[place]
        let wage = wage(flaw, &chance)
        let isAnchor = place == 0
        let takesMovers = !isAnchor && firm.firstMonth < window.first && firm.closedAfter == nil
        let wantsMover = flaw == .missing ? chance.chance(40) : chance.chance(min(window.count * 6 / 12, 30))
        if takesMovers, wantsMover, let mover = pool.take(&chance) {
            return Employment(
                person: mover.person, household: mover.household, firstMonth: mover.lastMonth + 1,
                lastMonth: nil, enrolment: flaw == .missing ? .never : .whole, wage: wage,
                isInWageList: isInWageList(flaw, &chance))
        }
        let person = people.worker(&chance)
        var first = start(of: person, &chance)
        if isAnchor { first = min(first, firm.firstMonth, window.first) }
        if let closed = firm.closedAfter { first = min(first, closed) }
        var enrolment = Employment.Enrolment.whole
        if flaw == .missing {
            let earliest = max(first, firm.firstMonth, window.first)
            let wasMember = chance.chance(35) && earliest < window.last
            enrolment = wasMember ? .dropped(after: chance.between(earliest, window.last - 1)) : .never
        }
        var household: [Relative] = []
        if firm.isRegistered {
            if case .never = enrolment {} else { household = people.household(of: person, &chance) }
        }
        return Employment(
            person: person, household: household, firstMonth: first, lastMonth: firm.closedAfter,
            enrolment: enrolment, wage: wage, isInWageList: isAnchor || isInWageList(flaw, &chance))
    }

    /// Somebody who has left before the last month; two in five look for work at another firm of the branch.
    func leaver(
        _ people: inout PersonFactory, _ pool: inout MoverPool, _ chance: inout SplitMix64
    ) -> Employment {
        let person = people.worker(&chance)
        let end = chance.between(window.first, min(firm.closedAfter ?? window.last - 1, window.last - 1))
        let household = firm.isRegistered ? people.household(of: person, &chance) : []
        if chance.chance(40) { pool.add(Mover(person: person, household: household, lastMonth: end), &chance) }
        return Employment(
            person: person, household: household, firstMonth: min(start(of: person, &chance), end), lastMonth: end,
            enrolment: .whole, wage: wage(.none, &chance), isInWageList: chance.chance(97))
    }

    private func wage(_ flaw: Flaw, _ chance: inout SplitMix64) -> WagePlan {
        var wage = WagePlan(size: firm.size, regency: firm.regency, lastYear: window.lastYear, &chance)
        switch flaw {
        case .underReported: wage.underReport(&chance)
        case .belowFloor: wage.undercut(&chance)
        case .missing, .none: break
        }
        return wage
    }

    /// Some firms forget a worker at BPJS Ketenagakerjaan; that is not for this branch to judge.
    private func isInWageList(_ flaw: Flaw, _ chance: inout SplitMix64) -> Bool {
        chance.chance(97) || flaw != .none
    }

    /// The first month at work, at eighteen or later.
    private func start(of person: Person, _ chance: inout SplitMix64) -> Int {
        let adult = (person.birth.year + 18) * 12 + person.birth.month
        let earliest = max(adult, window.first - 180, 2014 * 12)
        let joinedLately = chance.chance(min(window.count * 9 / 12, 50))
        let latest = joinedLately ? window.last : window.first - 1
        return chance.between(joinedLately ? max(earliest, window.first) : earliest, latest)
    }
}
