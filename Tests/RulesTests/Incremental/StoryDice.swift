import Postgres

/// Throws stories: an office that has its lists, and then what comes in from day to day, mostly about few firms.
struct StoryDice {
    private var office: BranchDice
    private var steps: [Story.Step] = []
    /// Steps in which a file came in and has not been taken back.
    private var standing: [Int] = []

    private init(seed: UInt64) {
        office = BranchDice(seed: seed, day: CalendarDate(iso: "2026-10-31") ?? .earliest)
    }

    static func story(seed: UInt64, firms: Int, steps: Int) -> Story {
        var thrower = StoryDice(seed: seed)
        while thrower.office.branch.firms.count < firms { thrower.office.addFirm() }
        for kind in [PaperKind.master, .report, .wages, .members, .bills, .payments] {
            thrower.takeIn(thrower.paper(kind, about: Array(0..<firms), usually: 100))
        }
        while thrower.steps.count < steps { thrower.goOn() }
        return Story(branch: thrower.office.branch, day: thrower.office.day, steps: thrower.steps)
    }

    private mutating func add(_ act: Story.Act) {
        steps.append(Story.Step(number: steps.count, act: act))
    }

    private mutating func takeIn(_ paper: Paper) {
        standing.append(steps.count)
        add(.takeIn(paper))
    }

    /// A file about some firms, of the day that the office's lists have so far or another.
    private mutating func paper(_ kind: PaperKind, about firms: [Int], usually: Int) -> Paper {
        let isUsual = office.dice.chance(usually)
        let day = isUsual ? office.day : office.dayNear()
        office.branch.papers = [Paper(kind: kind, day: kind == .wages ? day.firstOfMonth : day, rows: [])]
        for firm in firms { office.fill(0, about: firm) }
        return office.branch.papers[0]
    }

    private mutating func someFirms() -> [Int] {
        office.dice.some(office.dice.between(1, 3), of: Array(office.branch.firms.indices))
    }

    private mutating func goOn() {
        switch office.dice.below(100) {
        case 0..<45: takeInSome()
        case 45..<54: takeBack()
        case 54..<60: replace()
        case 60..<79: decide()
        case 79..<82: recognise()
        case 82..<91: add(.enter(entry()))
        case 91..<94: add(.changeLaw(lawChange()))
        case 94..<96: add(.editRule(office.dice.pick(RuleEdit.allCases)))
        case 96..<98: add(.goOn(days: office.dice.pick([1, 15, 31])))
        default: add(.nothing)
        }
    }

    private mutating func takeInSome() {
        let kind = office.dice.pick(PaperKind.allCases + [.wages, .members, .bills, .payments, .report])
        var paper = paper(kind, about: someFirms(), usually: 85)
        if kind == .members, office.dice.chance(8) {
            paper.rows.append(
                MemberRow(firm: Paper.nobody, worker: 9000, wage: 4_000_000, from: office.month.months(-9), to: nil))
        }
        guard !paper.rows.isEmpty else { return }
        takeIn(paper)
        // The refused row comes back.
        guard paper.rows.contains(where: { $0.firm == Paper.nobody }), office.dice.chance(60) else { return }
        let list = steps.count - 1
        var mended = self.paper(.members, about: [office.dice.below(office.branch.firms.count)], usually: 100)
        (mended.day, mended.mends) = (paper.day, list)
        if !mended.rows.isEmpty { takeIn(mended) }
    }

    private mutating func takeBack() {
        guard !standing.isEmpty else { return }
        let place = office.dice.chance(70) ? standing.count - 1 : office.dice.below(standing.count)
        add(.takeBack(standing.remove(at: place)))
    }

    private mutating func replace() {
        guard let number = standing.isEmpty ? nil : office.dice.pick(standing),
            case .takeIn(let old) = steps[number].act
        else { return }
        let firms = Set(old.rows.map(\.firm)).subtracting([Paper.nobody])
        var paper = paper(
            old.kind, about: office.dice.some(firms.count - office.dice.below(2), of: firms.sorted()), usually: 100)
        (paper.day, paper.replaces) = (old.day, number)
        if office.dice.chance(30) { paper.rows = Array(old.rows.dropLast()) }
        standing.removeAll { $0 == number }
        takeIn(paper)
    }

    private mutating func decide() {
        let decided = steps.compactMap { step -> Int? in
            if case .decide = step.act { step.number } else { nil }
        }
        if !decided.isEmpty, office.dice.chance(35) {
            add(.decideOtherwise(office.dice.pick(decided)))
            return
        }
        let pair = office.dice.some(2, of: candidates)
        // Either may be known first.
        let decision = Decision(one: pair[0], other: pair[1], isSame: office.dice.chance(85))
        add(
            .decide(office.dice.chance(50) ? decision : Decision(one: pair[1], other: pair[0], isSame: decision.isSame))
        )
    }

    /// Few firms that people decide about, so that three and four of them come to be one; most are not registered, because
    /// two that are stay two.
    private var candidates: [Int] {
        let firms = office.branch.firms.indices
        return Array(firms.filter { !office.habits[$0].isMastered }.prefix(5))
            + Array(firms.filter { office.habits[$0].isMastered }.prefix(2))
    }

    private mutating func recognise() {
        let firm = office.dice.below(office.branch.firms.count)
        guard let worker = office.habits[firm].staff.first else { return }
        // The list without NIK, and somebody says who it is.
        var paper = Paper(kind: .payroll, day: office.day, rows: [])
        paper.rows = office.habits[firm].staff.map {
            PayrollRow(firm: firm, worker: $0, wage: office.wage(firm), givesNIK: $0 != worker)
        }
        takeIn(paper)
        add(.recognise(Recognition(firm: firm, worker: worker), isSame: true))
        if office.dice.chance(40) { add(.recognise(Recognition(firm: firm, worker: worker), isSame: false)) }
    }

    private mutating func entry() -> HandEntry {
        let firm = office.dice.below(office.branch.firms.count)
        let shown = office.branch.firms[firm]
        switch office.dice.below(6) {
        case 0: return .employer(name: shown.name, regency: shown.regency, workers: office.dice.between(0, 3))
        case 1: return .closing(firm: firm, on: office.day.days(office.dice.between(-2, 2)))
        case 2: return .workers(firm: firm, office.dice.between(0, 20))
        case 3:
            return .payment(
                firm: firm, on: office.day.days(-office.dice.below(40)), amount: office.dice.pick([100_000, 160_261]))
        default:
            guard let worker = office.habits[firm].staff.last else { return .workers(firm: firm, 4) }
            return .worker(
                firm: firm, worker: worker, office.dice.pick(ChangeRow.Change.allCases),
                wage: office.dice.chance(60) ? office.wage(firm) : nil)
        }
    }

    private mutating func lawChange() -> LawChange {
        switch office.dice.below(4) {
        case 0: .cap(office.dice.pick([12_000_000, 13_000_000]))
        case 1:
            .minimumWage(
                regency: office.dice.pick(HandLaw.regencies), amount: office.dice.between(3_000_000, 4_000_000))
        case 2: .listAge(months: office.dice.between(1, 4))
        default: .alikeness(percent: office.dice.pick([60, 80, 101]))
        }
    }
}
