import Postgres
import Register

/// Every rule has a scenario that shows what it finds.
struct ScenarioCheck: LawCheck {
    static let name = "scenario"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        let tested = Set(Scenario.cases(in: book.resources.scenarios, base: nil).map(\.rule))
        return book.rules.filter { !tested.contains($0.name) }.map { source in
            warning(source.path, 1, "no scenario tests the rule \(source.name)")
        }
    }
}
