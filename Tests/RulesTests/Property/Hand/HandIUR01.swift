import Postgres

/// Bills of months that have ended, which the payments, oldest month first, do not cover.
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
        var owed = 0
        var isOwing = false
        var isBilledAfterClosing = false
        for (month, amount) in bills {
            let settled = min(rest, amount)
            rest -= settled
            guard month <= file.arrearsDay, settled < amount else { continue }
            if let closed = employer.master?.closedOn, month >= closed.firstOfMonth {
                isBilledAfterClosing = true
            } else if month.months(1) <= file.arrearsDay {
                isOwing = true
                owed += amount - settled
            }
        }
        if isBilledAfterClosing { ruling.leaveOpen("billed_after_closing") }
        if isOwing { ruling.found = [Ruling.Breach(amount: owed, strength: "established")] }
        return ruling
    }
}
