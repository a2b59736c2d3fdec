/// Bills that are still unpaid when every payment went to the oldest bill first.
struct Arrears: Equatable {
    private(set) var months = 0
    private(set) var amount = 0

    /// Looks at the bills of months before `month`, oldest first.
    init(bills: [Bill], payments: [Payment], before month: Int) {
        var money = payments.reduce(0) { $0 + $1.amount }
        for bill in bills where bill.month < month {
            let covered = min(money, bill.amount)
            money -= covered
            if covered < bill.amount {
                months += 1
                amount += bill.amount - covered
            }
        }
    }
}
