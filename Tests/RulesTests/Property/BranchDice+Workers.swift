import Postgres

/// Who is on the lists of a firm.
extension BranchDice {
    mutating func fillMembers(_ firm: Int, _ place: Int) {
        for worker in habits[firm].staff where dice.chance(70) {
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

    mutating func fillWages(_ firm: Int, _ place: Int) {
        for worker in habits[firm].staff where dice.chance(85) {
            branch.papers[place].rows.append(
                WageRow(firm: firm, worker: worker, month: branch.papers[place].day.firstOfMonth, wage: wage(firm)))
        }
    }

    mutating func fillPayroll(_ firm: Int, _ place: Int) {
        let first = branch.papers[place].day.firstOfMonth
        for worker in habits[firm].staff where dice.chance(85) {
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

    mutating func fillChanges(_ firm: Int, _ place: Int) {
        let paper = branch.papers[place]
        for worker in habits[firm].staff where dice.chance(40) {
            var row = ChangeRow(firm: firm, worker: worker, change: dice.pick(ChangeRow.Change.allCases))
            if dice.chance(70) { row.on = paper.day.days(dice.pick([-40, -5, 0, 1, 20])) }
            row.wage = dice.chance(50) ? wage(firm) : nil
            row.givesNIK = !dice.chance(10)
            branch.papers[place].rows.append(row)
        }
    }

    mutating func fillSegments(_ firm: Int, _ place: Int) {
        for worker in habits[firm].staff where dice.chance(40) {
            for segment in dice.some(dice.pick([1, 1, 1, 2]), of: SegmentRow.Segment.allCases) {
                branch.papers[place].rows.append(
                    SegmentRow(
                        firm: firm, worker: worker, segment: segment,
                        from: dice.chance(60) ? edge(month.months(dice.between(-4, 2))) : nil))
            }
        }
    }
}
