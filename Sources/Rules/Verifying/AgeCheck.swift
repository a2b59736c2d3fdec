import Postgres
import Register

/// Articles, figures and deadlines were held against their sources not too long ago.
///
/// What an office chose is no fact and does not age.
struct AgeCheck: LawCheck {
    static let name = "age"

    /// The setting that says after how many months a row is to be looked up again.
    static let setting = "law_max_age_months"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        let limits = book.rows(.settings).filter { $0.name == Self.setting && $0.isInForce(on: day) }
        guard let months = limits.first.flatMap({ Int($0["value"]) }) else {
            return [
                error(
                    "\(book.resources.sql)/parameters/settings.csv", 1,
                    "has no setting \(Self.setting) in force on \(day), so nothing can be called old")
            ]
        }
        return book.allRows.compactMap { row in
            guard let verified = row.verifiedOn, row.confidence != "choice", verified.adding(months: months) < day
            else { return nil }
            let what = "the \(row.table.noun) \(row.name)"
            return warning(row, "\(what) was last verified on \(verified), more than \(months) months ago")
        }
    }
}
