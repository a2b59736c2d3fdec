import Postgres

/// Bills of months that have ended, which the payments, oldest month first, do not cover.
///
/// Of these the newest months up to the ceiling must be paid.
enum HandIUR01: HandRule {
    static let code = "IUR-01"

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        let file = employer.file
        let bills = employer.bills.filter { $0.key <= file.day }.sorted { $0.key < $1.key }
        if bills.isEmpty, employer.isRegistered, employer.isActive { ruling.leaveOpen("no_bills") }
        guard let until = file.paymentsUntil else {
            if !bills.isEmpty { ruling.leaveOpen("no_payment_list") }
            return ruling
        }
        // Months that have ended since the payments are known no further.
        if bills.contains(where: { $0.key.months(1) <= file.day && $0.key.months(1) > until }) {
            ruling.leaveOpen("payments_too_old")
        }
        if bills.contains(where: { $0.key <= file.arrearsDay }) { ruling.judged = 1 }
        var rest = employer.paid
        var members = 0
        var owed: [Int] = []
        var open: Set<String> = []
        for (month, bill) in bills {
            let short = bill.amount - min(rest, bill.amount)
            rest -= bill.amount - short
            members += bill.members
            guard month <= file.arrearsDay, short > 0 else { continue }
            if let closed = employer.master?.closedOn, month >= closed {
                open.insert("billed_after_closing")
            } else if month.months(1) <= file.arrearsDay {
                if let closed = employer.closedElsewhereOn, month >= closed {
                    open.insert("closed_elsewhere")
                } else if short == bill.amount || short > members {
                    // A rupiah a worker and month of what was paid is rounding, and ends up in the newest bill.
                    owed.append(short)
                }
            }
        }
        for reason in open { ruling.leaveOpen(reason) }
        if !owed.isEmpty {
            let amount = owed.suffix(HandLaw.arrearsCeiling).reduce(0, +)
            ruling.found = [Ruling.Breach(amount: amount, strength: "established")]
        }
        return ruling
    }
}
