import Inspections
import Postgres

/// Plans of the sample branch for December 2026.
enum SamplePlan {
    static let december = day("2026-12-01")
    static let madeOn = day("2026-11-16")

    static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? .earliest }

    @discardableResult
    static func make(
        _ session: Session, month: CalendarDate = december, on day: CalendarDate = madeOn, office: String? = nil,
        dryRun: Bool = false
    ) throws -> PlanStore.Made {
        try PlanStore.make(
            PlanRequest(month: month, madeOn: day, office: office, dryRun: dryRun), session: session
        ) { made, _ in made }
    }
}
