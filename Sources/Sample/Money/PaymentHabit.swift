/// How a firm pays its bills.
enum PaymentHabit {
    /// Nearly always by the tenth.
    case prompt
    /// Late, in parts, but before the following month has ended.
    case careless
    /// Missed some months and made up for them later.
    case madeUp
    case never
    /// Has paid nothing for the last months.
    case stopped(after: Int)
    /// Pays only a part since a month.
    case partly(from: Int)
    /// Skipped some months, paid the later ones, and owes the last.
    case gap(at: Int, months: Int)

    static func lawful(closed: Bool, bills: Int, _ chance: inout SplitMix64) -> PaymentHabit {
        if closed { return .prompt }
        switch chance.below(100) {
        case ..<65: return .prompt
        case ..<88: return .careless
        default: return bills >= 5 ? .madeUp : .careless
        }
    }

    /// A habit that leaves at least one of the months before the last in arrears.
    static func unlawful(bills: [Bill], _ chance: inout SplitMix64) -> PaymentHabit {
        let past = bills.count - 1
        guard past >= 3, let first = bills.first?.month else { return .never }
        switch chance.below(10) {
        case ..<2: return .never
        case ..<6: return .stopped(after: first + chance.between(0, past - 1) - 1)
        case ..<8: return .partly(from: first + chance.between(0, past - 1))
        default:
            let months = chance.between(1, min(3, past - 1))
            return .gap(at: first + chance.between(0, past - months), months: months)
        }
    }

    /// The payments made up to the last day of the window, in order of their dates.
    func payments(for bills: [Bill], until asOf: CivilDate, _ chance: inout SplitMix64) -> [Payment] {
        var payments: [Payment] = []
        let last = bills.last?.month ?? 0
        let gap = max(1, min(3, bills.count - 3))
        var pending = 0
        for (place, bill) in bills.enumerated() {
            let month = SampleMonth(ordinal: bill.month)
            switch self {
            case .prompt: payments += PaymentHabit.punctual(bill.amount, month, &chance)
            case .careless: payments += PaymentHabit.late(bill.amount, month, &chance)
            case .madeUp:
                // The first months after the start stay unpaid and are settled together with the next one.
                if (1...gap).contains(place) {
                    pending += bill.amount
                } else {
                    payments += PaymentHabit.punctual(bill.amount + pending, month, &chance)
                    pending = 0
                }
            case .never: break
            case .stopped(let after):
                if bill.month <= after { payments += PaymentHabit.late(bill.amount, month, &chance) }
            case .partly(let from):
                if bill.month < from {
                    payments += PaymentHabit.punctual(bill.amount, month, &chance)
                } else if bill.month < last {
                    let part = bill.amount * chance.between(40, 85) / 100
                    payments += PaymentHabit.punctual(part, month, &chance)
                }
            case .gap(let at, let months):
                if bill.month != last, !(at..<at + months).contains(bill.month) {
                    payments += PaymentHabit.punctual(bill.amount, month, &chance)
                }
            }
        }
        return payments.filter { $0.day <= asOf }.sorted { $0.day < $1.day }
    }

    private static func punctual(_ amount: Int, _ month: SampleMonth, _ chance: inout SplitMix64) -> [Payment] {
        let day = chance.chance(90) ? chance.between(2, 10) : chance.between(11, 28)
        return [Payment(day: CivilDate(year: month.year, month: month.month, day: day), amount: amount)]
    }

    private static func late(_ amount: Int, _ month: SampleMonth, _ chance: inout SplitMix64) -> [Payment] {
        let next = SampleMonth(ordinal: month.ordinal + 1)
        func day(_ month: SampleMonth, _ chance: inout SplitMix64) -> CivilDate {
            CivilDate(year: month.year, month: month.month, day: chance.between(1, month.lastDay.day))
        }
        switch chance.below(3) {
        case 0: return punctual(amount, month, &chance)
        case 1: return [Payment(day: day(next, &chance), amount: amount)]
        default:
            let part = amount * chance.between(30, 70) / 100
            return [
                Payment(day: day(month, &chance), amount: part),
                Payment(day: day(next, &chance), amount: amount - part),
            ]
        }
    }
}
