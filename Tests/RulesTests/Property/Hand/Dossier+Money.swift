import Postgres

/// What an employer was billed and what it paid.
extension Dossier {
    struct Bill {
        var amount = 0
        var members = 0
    }

    /// The bill of each month: of each record the newest, added up.
    var bills: [CalendarDate: Bill] {
        struct Key: Hashable {
            let firm: Int
            let month: CalendarDate
        }
        var newest: [Key: BillRow] = [:]
        for entry in rows(BillRow.self) { newest[Key(firm: entry.row.firm, month: entry.row.month)] = entry.row }
        return newest.reduce(into: [:]) { bills, row in
            bills[row.key.month, default: Bill()].amount += row.value.amount
            bills[row.key.month, default: Bill()].members += row.value.members
        }
    }

    /// What was paid up to the day.
    ///
    /// A payment is named by its day, bank and the number in its reference: a file that gives another amount for it
    /// corrects it. The same payment said twice is one.
    var paid: Int {
        struct Key: Hashable {
            let firm: Int
            let day: CalendarDate
            let reference: String
        }
        var payments: [Key: [Int]] = [:]
        for (_, rows) in Dictionary(grouping: rows(PaymentRow.self), by: \.paper).sorted(by: { $0.key < $1.key }) {
            let named = Dictionary(grouping: rows.map(\.row)) {
                Key(firm: $0.firm, day: $0.day, reference: $0.reference)
            }
            for (key, rows) in named {
                let amounts = rows.map(\.amount)
                let known = payments[key] ?? []
                let isNumbered = key.reference.contains { $0.isNumber }
                if isNumbered, !known.isEmpty {
                    if !amounts.allSatisfy(known.contains) { payments[key] = amounts }
                } else {
                    payments[key] = known + amounts.filter { !known.contains($0) }
                }
            }
        }
        return payments.filter { $0.key.day <= file.day }.values.joined().reduce(0, +)
    }
}
