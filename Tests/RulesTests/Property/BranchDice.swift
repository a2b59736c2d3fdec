import Postgres

/// Throws a branch: papers of every kind with dates around the day of the audit, and firms whose rows lie on the boundaries
/// that the law draws.
struct BranchDice {
    var dice: Dice
    var branch = Branch()
    var habits: [Habits] = []
    /// The last day of audit; everything lies around it.
    let day: CalendarDate
    var month: CalendarDate { day.firstOfMonth }

    private static let days = [
        "2026-10-31", "2026-11-01", "2026-11-20", "2026-10-15", "2026-03-15", "2026-01-31", "2026-02-28", "2027-01-04",
    ].compactMap { CalendarDate(iso: $0) }

    init(seed: UInt64, day: CalendarDate? = nil) {
        var dice = Dice(seed: seed)
        let thrown = dice.pick(Self.days)
        self.day = day ?? thrown
        self.dice = dice
    }

    /// A branch of so many firms.
    static func branch(seed: UInt64, firms: Int) -> Branch {
        var thrower = BranchDice(seed: seed)
        thrower.throwPapers()
        thrower.branch.days = [thrower.day.days(-thrower.dice.between(1, 45)), thrower.day]
        while thrower.branch.firms.count < firms { thrower.throwFirm() }
        thrower.throwDecisions()
        return thrower.branch
    }

    /// A day near the day of audit, often on the edge of a month.
    mutating func dayNear() -> CalendarDate {
        switch dice.below(4) {
        case 0: day.days(dice.between(-2, 2))
        case 1: edge(month.months(dice.between(-3, 1)))
        default: day.days(dice.between(-80, 20))
        }
    }

    /// The first of a month, the day before or the day after.
    mutating func edge(_ first: CalendarDate) -> CalendarDate { first.days(dice.between(-1, 1)) }

    // MARK: Papers

    private mutating func throwPapers() {
        var papers: [Paper] = []
        // What gives the numbers comes first; later ones say it anew.
        papers.append(paper(.master, day.days(dice.pick([0, -1, -30, -92, -93, -120, 5]))))
        papers.append(paper(.report, day))
        var others: [Paper] = []
        if dice.chance(60) { others.append(paper(.master, day.days(dice.pick([0, -20, -60, 3])))) }
        if dice.chance(70) { others.append(paper(.report, day)) }
        if dice.chance(50) { others.append(paper(.field, day.days(dice.between(-60, 2)))) }
        for _ in 0..<dice.between(0, 2) { others.append(paper(.count, day)) }
        let listDay = dice.pick([day, month, month.days(-1), day.days(12), month.months(1)])
        for _ in 0..<dice.between(0, 3) { others.append(paper(.members, dice.chance(70) ? listDay : dayNear())) }
        let wageMonth = month.months(dice.pick([0, 0, -1, -2, -3, 1]))
        for _ in 0..<dice.between(1, 3) {
            others.append(paper(.wages, dice.chance(60) ? wageMonth : month.months(dice.between(-4, 1))))
        }
        for _ in 0..<dice.between(0, 2) {
            others.append(paper(.payroll, dice.chance(50) ? wageMonth.days(14) : dayNear()))
        }
        for _ in 0..<dice.between(0, 2) { others.append(paper(.changes, dayNear())) }
        for _ in 0..<dice.between(1, 3) { others.append(paper(.bills, day)) }
        for _ in 0..<dice.between(0, 3) { others.append(paper(.segments, dice.chance(60) ? listDay : dayNear())) }
        if !dice.chance(8) {
            let until = dice.pick([day, day, day.days(30), month.days(-1), month, month.months(-1), day.days(-50)])
            for _ in 0..<dice.between(1, 3) { others.append(paper(.payments, dice.chance(60) ? until : dayNear())) }
        }
        while !others.isEmpty { papers.append(others.remove(at: dice.below(others.count))) }
        branch.papers = papers
        mendMembers()
        for place in papers.indices.dropFirst(2) where dice.chance(6) { branch.papers[place].isTakenBack = true }
    }

    private func paper(_ kind: PaperKind, _ day: CalendarDate) -> Paper { Paper(kind: kind, day: day, rows: []) }

    /// Rows of a member list that are refused, and in a later file some that come back.
    private mutating func mendMembers() {
        guard let list = branch.papers.firstIndex(where: { $0.kind == .members }), dice.chance(50) else { return }
        for number in 0..<dice.between(1, 2) {
            branch.papers[list].rows.append(
                MemberRow(firm: Paper.nobody, worker: 9000 + number, wage: 4_000_000, from: month.months(-9), to: nil))
        }
        guard dice.chance(70) else { return }
        branch.papers.append(Paper(kind: .members, day: branch.papers[list].day, rows: [], mends: list))
    }

    // MARK: Decisions

    private mutating func throwDecisions() {
        let registered = branch.papers.indices.filter { branch.papers[$0].kind == .master }
            .flatMap { branch.papers[$0].rows.map(\.firm) }
        let others = branch.firms.indices.filter { !registered.contains($0) }
        guard !registered.isEmpty, !others.isEmpty else { return }
        for _ in 0..<branch.firms.count / 8 {
            branch.decisions.append(
                Decision(one: dice.pick(others), other: dice.pick(registered), isSame: dice.chance(80)))
        }
        // Some of a like name are told apart.
        for firm in others where dice.chance(30) {
            guard
                let other = branch.firms.indices.first(where: {
                    $0 != firm && branch.firms[$0].name == branch.firms[firm].name
                })
            else { continue }
            branch.decisions.append(Decision(one: firm, other: other, isSame: dice.chance(40)))
        }
    }
}
