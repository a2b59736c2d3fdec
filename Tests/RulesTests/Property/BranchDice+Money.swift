import Postgres

/// Bills and payments of a firm.
extension BranchDice {
    mutating func fillBills(_ firm: Int, _ place: Int) {
        let isFirst = habits[firm].billed.isEmpty
        let usual = habits[firm].usualBill
        // Some have more months than the ceiling of what must be paid.
        for back in -1...(dice.chance(10) ? 34 : 5) where dice.chance(isFirst ? 70 : 15) {
            let bill = month.months(-back)
            let amount = dice.pick([usual, usual, usual * 2, usual + 1, 1, 0])
            habits[firm].billed[bill] = amount
            branch.papers[place].rows.append(
                BillRow(firm: firm, month: bill, members: dice.between(0, 4), amount: amount))
        }
    }

    /// What is owed up to a month, or a rupiah beside it, in some parts.
    mutating func fillPayments(_ firm: Int, _ places: [Int]) {
        let until = month.months(-dice.between(-1, 4))
        let billed = habits[firm].billed.filter { $0.key <= until }.values.reduce(0, +)
        var due = max(1, billed + dice.pick([0, 0, -1, 1, 50_000]))
        var number = 0
        while due > 0, number < 4 {
            let part = number == 3 || dice.chance(40) ? due : max(1, due / 2)
            due -= part
            number += 1
            let payment = PaymentRow(
                firm: firm, day: payDay(), amount: part, reference: dice.chance(80) ? "TRX-\(number)" : "SETORAN")
            append(payment, dice.pick(places))
            guard dice.chance(15) else { continue }
            // Said again, or with another amount.
            let again = PaymentRow(
                firm: firm, day: payment.day, amount: dice.chance(50) ? part : part / 2 + 1,
                reference: payment.reference)
            append(again, dice.pick(places))
        }
    }

    private mutating func payDay() -> CalendarDate {
        dice.chance(40) ? day.days(dice.between(-1, 1)) : day.days(-dice.between(2, 150))
    }

    /// A file does not say the same payment twice.
    private mutating func append(_ row: PaymentRow, _ place: Int) {
        let isThere = branch.papers[place].rows.contains {
            guard let known = $0 as? PaymentRow else { return false }
            return (known.firm, known.day, known.amount, known.reference)
                == (row.firm, row.day, row.amount, row.reference)
        }
        if !isThere { branch.papers[place].rows.append(row) }
    }
}
