import Postgres

/// An active employer with workers that is not on the list of BPJS Kesehatan.
enum HandREG01: HandRule {
    static let code = "REG-01"

    /// A number of workers is good for so many months: the report is of every year.
    private static let countAge = 12

    static func judge(_ employer: Dossier) -> Ruling {
        var ruling = Ruling()
        let headcount = employer.headcount ?? 0
        let hasWorkers = headcount > 0 || employer.lists?.isFresh == true
        guard employer.isActive else { return ruling }
        guard employer.file.hasEmployerList else {
            if hasWorkers {
                ruling.leaveOpen(employer.file.employerListOn == nil ? "no_employer_list" : "employer_list_too_old")
            }
            return ruling
        }
        if employer.isRegistered {
            ruling.judged = 1
            return ruling
        }
        guard hasWorkers else { return ruling }
        if employer.mayBeAnother {
            ruling.leaveOpen("undecided_match")
            return ruling
        }
        let isOld = employer.count.map { $0.day < employer.file.day.months(-countAge) } ?? false
        let onLists = employer.lists.map { $0.isWhole || headcount == 0 || isOld } == true ? freshWorkers(employer) : []
        // Who is not paid is not shown to work.
        let named = onLists.filter { $0.wage != 0 }
        guard onLists.isEmpty || !named.isEmpty else {
            ruling.leaveOpen("no_worker_due")
            return ruling
        }
        guard !onLists.isEmpty || headcount == 0 || !isOld else {
            ruling.leaveOpen("headcount_too_old")
            return ruling
        }
        ruling.judged = 1
        guard headcount > 0 || !named.isEmpty else { return ruling }
        let month = named.isEmpty ? employer.file.month : employer.lists?.month ?? employer.file.month
        var amount: Int?
        if let minimum = employer.minimumWage(month) {
            let wages = named.map(\.wage)
            if named.isEmpty {
                amount = headcount * HandLaw.contribution(HandLaw.base(minimum, minimumWage: minimum))
            } else if wages.contains(nil) {
                ruling.leaveOpen("amount:no_wage")
            } else {
                amount = wages.compactMap(\.self).reduce(0) {
                    $0 + HandLaw.contribution(HandLaw.base($1, minimumWage: minimum))
                }
            }
        } else {
            ruling.leaveOpen("amount:no_minimum_wage")
        }
        ruling.found = [
            Ruling.Breach(amount: amount, strength: employer.isComparable ? "established" : "presumption")
        ]
        return ruling
    }

    private static func freshWorkers(_ employer: Dossier) -> [Dossier.Line] {
        employer.workers.filter { employer.isFresh($0.month) }
    }
}
