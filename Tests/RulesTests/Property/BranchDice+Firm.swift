import Postgres

/// The firms of a branch: who they are, and what lists of employers say of them.
extension BranchDice {
    /// What a firm is like, beyond its numbers.
    struct Habits {
        var isMastered = true
        var staff: [Int] = []
        var isListed = true
        var hasMembers = true
        var isBilled = true
        var usualBill = 0
        /// Whether a list has given its WLKP number.
        var isReported = false
        /// The newest bill of each month.
        var billed: [CalendarDate: Int] = [:]
    }

    /// A firm that no paper names yet.
    mutating func addFirm() {
        let number = branch.firms.count
        var habit = Habits()
        habit.isMastered = dice.chance(70)
        let regency = dice.pick(HandLaw.regencies)
        var firm = Firm(number: number, name: name(), regency: regency)
        if let twin = branch.firms.last, !habit.isMastered, dice.chance(20) {
            (firm.name, firm.regency) = (twin.name, dice.chance(80) ? twin.regency : regency)
        }
        firm.showsCode = habit.isMastered || dice.chance(10)
        firm.showsNPP = dice.chance(80)
        firm.showsNPWP = dice.chance(40)
        // Its own people, and now and then somebody of the firm before.
        habit.staff = (0..<dice.between(0, 4)).map { number * 5 + $0 }
        if number > 0, dice.chance(30) { habit.staff.append((number - 1) * 5) }
        habit.hasMembers = dice.chance(85)
        habit.isListed = dice.chance(85)
        habit.isBilled = firm.showsCode && dice.chance(85)
        habit.usualBill = dice.pick([160_261, 100_000, 1_000_000])
        branch.firms.append(firm)
        habits.append(habit)
    }

    /// Letters of chance: unlike any other name.
    private mutating func name() -> String {
        let syllables = [
            "BA", "DI", "KU", "LE", "MO", "NA", "PI", "RU", "SE", "TO", "WA", "YU", "JI", "GO", "HA", "ZE",
        ]
        return "PT " + (0..<7).map { _ in dice.pick(syllables) }.joined()
    }

    /// A firm with its rows on the papers of the branch.
    mutating func throwFirm() {
        addFirm()
        let firm = branch.firms.count - 1
        let habit = habits[firm]
        for place in branch.papers.indices {
            let often: Int =
                switch branch.papers[place].kind {
                case .master: place == 0 ? 100 : 50
                case .report: place == 1 ? (habit.isMastered ? 40 : 95) : 30
                case .field: 10
                case .count: 20
                case .members: habit.hasMembers ? (branch.papers[place].mends == nil ? 75 : 15) : 0
                case .wages: habit.isListed ? 60 : 0
                case .payroll, .changes: habit.isListed ? 35 : 0
                case .bills: 100
                case .segments: 60
                case .payments: 0
                }
            if dice.chance(often) { fill(place, about: firm) }
        }
        for worker in habit.staff where dice.chance(10) {
            branch.recognitions.append(Recognition(firm: firm, worker: worker))
        }
        let places = branch.papers.indices.filter { branch.papers[$0].kind == .payments }
        if habit.isBilled, !places.isEmpty, dice.chance(85) { fillPayments(firm, places) }
    }

    /// Adds what a paper says of a firm.
    mutating func fill(_ place: Int, about firm: Int) {
        switch branch.papers[place].kind {
        case .master where habits[firm].isMastered: fillMaster(firm, place)
        case .report: fillReport(firm, place)
        case .field where habits[firm].isMastered || habits[firm].isReported: fillField(firm, place)
        case .count where habits[firm].isReported: fillCount(firm, place)
        case .members where branch.firms[firm].showsCode: fillMembers(firm, place)
        case .wages: fillWages(firm, place)
        case .payroll: fillPayroll(firm, place)
        case .changes: fillChanges(firm, place)
        case .segments: fillSegments(firm, place)
        case .bills where habits[firm].isBilled: fillBills(firm, place)
        case .payments where habits[firm].isBilled: fillPayments(firm, [place])
        default: return
        }
    }

    private mutating func fillMaster(_ firm: Int, _ place: Int) {
        let shown = branch.firms[firm]
        let registered = dice.pick([
            day.days(-900), day.days(-900), day.days(-900), day.days(-1), day, day.days(1), day.days(20),
        ])
        let ends = [day.days(-40), day.days(-1), day, day.days(1), month, month.days(-1), day.days(30)]
        let closed = dice.chance(25) ? dice.pick(ends.filter { $0 > registered } + [day.days(40)]) : nil
        branch.papers[place].rows.append(
            MasterRow(
                firm: firm, registeredOn: registered, closedOn: closed, givesNPP: shown.showsNPP,
                givesNPWP: shown.showsNPWP))
    }

    private mutating func fillReport(_ firm: Int, _ place: Int) {
        habits[firm].isReported = true
        branch.papers[place].rows.append(
            ReportRow(
                firm: firm, day: dice.pick([day, day.days(-20), day.days(-20), day.days(-400), day.days(3)]),
                workers: dice.pick([0, 1, 2, 9, 250]), isOpen: !dice.chance(15)))
    }

    private mutating func fillField(_ firm: Int, _ place: Int) {
        habits[firm].isReported = true
        branch.papers[place].rows.append(
            FieldRow(
                firm: firm, workers: dice.chance(50) ? dice.between(0, 5) : nil,
                closedOn: dice.chance(40) ? day.days(dice.pick([-30, -1, 0, 1, 30])) : nil))
    }

    private mutating func fillCount(_ firm: Int, _ place: Int) {
        let workers = dice.pick([0, 3, 12])
        branch.papers[place].rows.append(
            CountRow(
                firm: firm, month: month.months(dice.pick([0, 0, -1, -6, 1])), workers: workers,
                enrolled: dice.pick([nil, workers, workers / 2]), wages: dice.pick([nil, workers * 5_000_000]),
                reported: dice.pick([nil, workers * 4_000_000]), deducted: dice.pick([nil, workers * 50_000])))
    }

    /// A wage on or beside the lines that the law draws.
    mutating func wage(_ firm: Int) -> Int {
        let minimum = HandLaw.minimumWage(branch.firms[firm].regency, month) ?? 3_000_000
        return switch dice.below(9) {
        case 0: minimum
        case 1: minimum - 1
        case 2: minimum + 1
        case 3: HandLaw.cap + dice.between(-1, 1)
        case 4: dice.pick([1, 99, 25_000_000])
        // Where 1 % is half a rupiah.
        case 5: dice.between(30_000, 119_000) * 100 + dice.pick([49, 50, 51])
        case 6: HandLaw.minimumWage(branch.firms[firm].regency, month.months(-1)) ?? minimum
        default: dice.between(2_500_000, 13_000_000)
        }
    }
}
