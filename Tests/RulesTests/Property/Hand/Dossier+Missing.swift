import Postgres

/// What a missing enrolment shows, and what speaks against it.
extension Dossier {
    /// Reports of departures are looked at for so many months.
    private static let reportAge = 12
    /// Months of wage after a departure that may be final pay.
    private static let finalPay = 1

    /// Why it says nothing that a member list does not name somebody: no work is shown, the list is of another time, or
    /// it was drawn before the day by which a newcomer is to be reported.
    func unproven(_ line: Line, by members: MemberList) -> String? {
        if line.wage == 0 { return "no_pay" }
        if members.day >= file.month.months(1) { return "member_list_later" }
        guard let hired = line.hiredOn, hired >= line.month.months(-2) else { return nil }
        return members.day <= hired.days(HandLaw.daysToReport) ? "deadline_running" : nil
    }

    /// Whether the employer has said that somebody left whom a later wage file names, for no longer than a final pay.
    func isSaidToBeGone(_ line: Line) -> Bool {
        guard line.isWageFile else { return false }
        let own = lines.filter { $0.person == line.person }
        let reports = own.filter { report in
            guard !report.isWageFile, let left = report.leftOn else { return false }
            return left <= file.day && left > file.day.months(-Self.reportAge) && left < line.month
                && line.hiredOn.map { $0 <= left } ?? true
        }
        guard let left = reports.compactMap(\.leftOn).max(), let told = reports.map(\.day).max() else { return false }
        let since = own.filter { $0.month >= left.firstOfMonth && $0.month <= line.month }
        let first = left == left.firstOfMonth ? left : left.firstOfMonth.months(1)
        let paid = since.filter { $0.isWageFile && $0.month >= first && $0.wage != 0 }.map(\.month)
        let isBack = since.contains { line in
            !line.isWageFile && line.leftOn == nil && line.day > told || line.hiredOn.map { $0 > left } ?? false
        }
        return Set(paid).count <= Self.finalPay && !isBack
    }
}
