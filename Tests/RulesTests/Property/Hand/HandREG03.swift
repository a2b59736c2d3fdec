import Postgres

/// A registered employer that has been billed months that have ended, and has never paid.
enum HandREG03: HandRule {
    static let code = "REG-03"

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        let file = employer.file
        guard employer.isRegistered, employer.isActive, let master = employer.master else { return ruling }
        let bills = employer.bills.filter { $0.key <= file.arrearsDay }.sorted { $0.key < $1.key }
        if bills.isEmpty { ruling.leaveOpen("no_bills") }
        guard let until = file.paymentsUntil else {
            if !bills.isEmpty { ruling.leaveOpen("no_payment_list") }
            return ruling
        }
        let registered = master.registeredOn.firstOfMonth.months(1)
        if registered <= file.day, registered > until { ruling.leaveOpen("payments_too_old") }
        let owed = bills.filter { month, bill in
            bill.amount > 0 && month.months(1) <= file.arrearsDay
                && master.closedOn.map { month < $0 } ?? true
        }
        guard !owed.isEmpty else { return ruling }
        let hasPaid = employer.paid > 0
        // What was paid before the lists begin is not in them.
        guard hasPaid || file.paymentsFrom.map({ $0 <= master.registeredOn }) == true else {
            ruling.leaveOpen("payments_start_later")
            return ruling
        }
        ruling.judged = 1
        guard !hasPaid else { return ruling }
        let amount = owed.suffix(HandLaw.arrearsCeiling).reduce(0) { $0 + $1.value.amount }
        ruling.found = [Ruling.Breach(amount: amount, strength: "established")]
        return ruling
    }
}
