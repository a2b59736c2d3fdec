import Postgres

/// Who is on the lists of a firm.
extension BranchDice {
    mutating func throwWorkers(_ firm: Int) {
        // Its own people, and now and then somebody of the firm before.
        var staff = (0..<dice.between(0, 4)).map { firm * 5 + $0 }
        if firm > 0, dice.chance(15) { staff.append((firm - 1) * 5) }
        let hasMembers = dice.chance(85)
        let hasLists = dice.chance(85)
        for place in branch.papers.indices {
            switch branch.papers[place].kind {
            case .members where hasMembers: throwMembers(firm, staff, place)
            case .wages where hasLists && dice.chance(60): throwWages(firm, staff, place)
            case .payroll where hasLists && dice.chance(35): throwPayroll(firm, staff, place)
            case .changes where hasLists && dice.chance(35): throwChanges(firm, staff, place)
            default: continue
            }
        }
        for worker in staff where dice.chance(10) {
            branch.recognitions.append(Recognition(firm: firm, worker: worker))
        }
    }

    private mutating func throwMembers(_ firm: Int, _ staff: [Int], _ place: Int) {
        guard dice.chance(branch.papers[place].mends == nil ? 75 : 15) else { return }
        for worker in staff where dice.chance(70) {
            var begun: Set<CalendarDate> = []
            for _ in 0..<dice.pick([1, 1, 1, 2, 3]) {
                let from =
                    dice.chance(50) ? month.months(-dice.between(5, 30)) : edge(month.months(dice.between(-3, 2)))
                guard begun.insert(from).inserted else { continue }
                let ends = dice.chance(40) ? edge(month.months(dice.between(-2, 2))) : nil
                branch.papers[place].rows.append(
                    MemberRow(
                        firm: firm, worker: worker, wage: wage(firm), from: from,
                        to: ends.flatMap { $0 > from ? $0 : nil }))
            }
        }
    }

    private mutating func throwWages(_ firm: Int, _ staff: [Int], _ place: Int) {
        for worker in staff where dice.chance(85) {
            branch.papers[place].rows.append(
                WageRow(firm: firm, worker: worker, month: branch.papers[place].day.firstOfMonth, wage: wage(firm)))
        }
    }

    private mutating func throwPayroll(_ firm: Int, _ staff: [Int], _ place: Int) {
        let first = branch.papers[place].day.firstOfMonth
        for worker in staff where dice.chance(85) {
            var row = PayrollRow(firm: firm, worker: worker)
            row.wage = dice.chance(85) ? wage(firm) : nil
            if dice.chance(20) { row.hiredOn = edge(first.months(dice.between(-1, 2))) }
            if dice.chance(20) {
                let left = edge(first.months(dice.between(-1, 2)))
                if row.hiredOn.map({ $0 <= left }) ?? true { row.leftOn = left }
            }
            row.givesNIK = !dice.chance(12)
            row.isPensioner = dice.chance(4)
            branch.papers[place].rows.append(row)
        }
    }

    private mutating func throwChanges(_ firm: Int, _ staff: [Int], _ place: Int) {
        let paper = branch.papers[place]
        for worker in staff where dice.chance(40) {
            var row = ChangeRow(firm: firm, worker: worker, change: dice.pick(ChangeRow.Change.allCases))
            if dice.chance(70) { row.on = paper.day.days(dice.pick([-40, -5, 0, 1, 20])) }
            row.wage = dice.chance(50) ? wage(firm) : nil
            row.givesNIK = !dice.chance(10)
            branch.papers[place].rows.append(row)
        }
    }
}
