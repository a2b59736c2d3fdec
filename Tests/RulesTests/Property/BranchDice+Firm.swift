import Postgres

/// One firm of a branch: who it is and who works there.
extension BranchDice {
    mutating func throwFirm() {
        let number = branch.firms.count
        let isMastered = dice.chance(70)
        let regency = dice.pick(HandLaw.regencies)
        var firm = Firm(number: number, name: name(), regency: regency)
        if let twin = branch.firms.last, !isMastered, dice.chance(20) {
            (firm.name, firm.regency) = (twin.name, dice.chance(80) ? twin.regency : regency)
        }
        firm.showsCode = isMastered || dice.chance(10)
        firm.showsNPP = dice.chance(80)
        firm.showsNPWP = dice.chance(40)
        branch.firms.append(firm)
        throwRecords(number, isMastered: isMastered)
        throwWorkers(number)
        throwMoney(number)
    }

    /// Unlike any other: letters of two sources of chance.
    private mutating func name() -> String {
        let syllables = [
            "BA", "DI", "KU", "LE", "MO", "NA", "PI", "RU", "SE", "TO", "WA", "YU", "JI", "GO", "HA", "ZE",
        ]
        return "PT " + (0..<7).map { _ in dice.pick(syllables) }.joined()
    }

    private mutating func throwRecords(_ firm: Int, isMastered: Bool) {
        let shown = branch.firms[firm]
        for (place, paper) in branch.papers.enumerated() {
            switch paper.kind {
            case .master where isMastered && (place == 0 || dice.chance(50)):
                let registered = dice.pick([
                    day.days(-900), day.days(-900), day.days(-900), day.days(-1), day, day.days(1), day.days(20),
                ])
                let closed: CalendarDate? =
                    dice.chance(25)
                    ? dice.pick([day.days(-40), day.days(-1), day, day.days(1), month, month.days(-1), day.days(30)])
                    : nil
                branch.papers[place].rows.append(
                    MasterRow(
                        firm: firm, registeredOn: registered, closedOn: closed, givesNPP: shown.showsNPP,
                        givesNPWP: shown.showsNPWP))
            case .report where dice.chance(place == 1 ? (isMastered ? 40 : 95) : 30):
                branch.papers[place].rows.append(
                    ReportRow(
                        firm: firm, day: dice.pick([day, day.days(-20), day.days(-20), day.days(-400), day.days(3)]),
                        workers: dice.pick([0, 1, 2, 9, 250]), isOpen: !dice.chance(15)))
            case .field where dice.chance(10):
                let isKnown = isMastered || branch.papers[1].rows.contains { $0.firm == firm }
                guard isKnown else { continue }
                branch.papers[place].rows.append(
                    FieldRow(
                        firm: firm, workers: dice.chance(50) ? dice.between(0, 5) : nil,
                        closedOn: dice.chance(40) ? day.days(dice.pick([-30, -1, 0, 1, 30])) : nil))
            case .count where dice.chance(20) && branch.papers[1].rows.contains { $0.firm == firm }:
                branch.papers[place].rows.append(
                    CountRow(
                        firm: firm, month: month.months(dice.pick([0, 0, -1, -6, 1])), workers: dice.pick([0, 3, 12])))
            default: continue
            }
        }
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
