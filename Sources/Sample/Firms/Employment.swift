/// One person's time at one firm, and how the firm told the offices about it.
struct Employment {
    enum Enrolment {
        /// From the first month to the last.
        case whole
        case never
        /// Taken off the member list after a month, though still at work.
        case dropped(after: Int)
    }

    let person: Person
    let household: [Relative]
    let firstMonth: Int
    /// The last month at work; nil for those still there.
    let lastMonth: Int?
    let enrolment: Enrolment
    let wage: WagePlan
    let isInWageList: Bool

    /// The months for which the person is on the member list of a firm that registered in a month.
    func memberMonths(registeredFrom month: Int) -> (first: Int, last: Int?)? {
        let first = max(firstMonth, month)
        let last: Int?
        switch enrolment {
        case .never: return nil
        case .whole: last = lastMonth
        case .dropped(let after): last = after
        }
        if let last, last < first { return nil }
        return (first, last)
    }
}
