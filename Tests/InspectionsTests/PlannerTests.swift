import Inspections
import Postgres
import Testing

/// The planner alone: places and reasons, without a database.
@Suite struct PlannerTests {
    private static let days = ["2026-12-01", "2026-12-02", "2026-12-03"].compactMap { CalendarDate(iso: $0) }

    private static func officer(_ id: Int, _ capacity: Int, absent: [Int] = []) -> Officer {
        Officer(id: id, capacity: capacity, absences: Set(absent.map { days[$0] }))
    }

    private static func candidates(_ count: Int) -> [Candidate] {
        (1...count).map { Candidate(business: $0, score: 1_000 - $0, kind: .field) }
    }

    /// A case of the table: officers, how many candidates, and the plan in words: business@day examiner+inspector, or the reason.
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let examiners: [Officer]
        let inspectors: [Officer]
        var visitsPerDay = 1
        var candidates: [Candidate]
        let plan: [String]
        var testDescription: String { what }
    }

    static let cases = [
        Case(
            what: "highest score on the first day", examiners: [officer(1, 9)], inspectors: [officer(2, 9)],
            candidates: candidates(3), plan: ["1@1 1+2", "2@2 1+2", "3@3 1+2"]),
        Case(
            what: "no day left", examiners: [officer(1, 9)], inspectors: [officer(2, 9)], candidates: candidates(4),
            plan: ["1@1 1+2", "2@2 1+2", "3@3 1+2", "4 no_common_day"]),
        Case(
            what: "an examiner's capacity", examiners: [officer(1, 2)], inspectors: [officer(2, 9)],
            candidates: candidates(3),
            plan: ["1@1 1+2", "2@2 1+2", "3 examiner_capacity"]),
        Case(
            what: "an inspector's capacity", examiners: [officer(1, 9)], inspectors: [officer(2, 1)],
            candidates: candidates(3),
            plan: ["1@1 1+2", "2 inspector_capacity", "3 inspector_capacity"]),
        Case(
            what: "nobody to examine", examiners: [], inspectors: [officer(2, 1)], candidates: candidates(1),
            plan: ["1 examiner_capacity"]),
        Case(
            what: "capacity of zero", examiners: [officer(1, 0)], inspectors: [officer(2, 1)],
            candidates: candidates(1),
            plan: ["1 examiner_capacity"]),
        Case(
            what: "two visits a day", examiners: [officer(1, 9)], inspectors: [officer(2, 9)], visitsPerDay: 2,
            candidates: candidates(3), plan: ["1@1 1+2", "2@1 1+2", "3@2 1+2"]),
        Case(
            what: "two teams on one day, each officer once", examiners: [officer(1, 9), officer(3, 9)],
            inspectors: [officer(2, 9), officer(4, 9)], candidates: candidates(3),
            plan: ["1@1 1+2", "2@1 3+4", "3@2 1+2"]),
        Case(
            what: "the officer with the most visits left goes first", examiners: [officer(1, 2), officer(3, 5)],
            inspectors: [officer(2, 9)], candidates: candidates(1), plan: ["1@1 3+2"]),
        Case(
            what: "an absent examiner", examiners: [officer(1, 9, absent: [0])], inspectors: [officer(2, 9)],
            candidates: candidates(2), plan: ["1@2 1+2", "2@3 1+2"]),
        Case(
            what: "never absent together on the same free day", examiners: [officer(1, 9, absent: [0])],
            inspectors: [officer(2, 9, absent: [1, 2])], candidates: candidates(1), plan: ["1 no_common_day"]),
        Case(
            what: "who may not be visited takes no place", examiners: [officer(1, 1)], inspectors: [officer(2, 1)],
            candidates: [
                Candidate(business: 1, score: 9, kind: .field, obstacle: .outsideJurisdiction),
                Candidate(business: 2, score: 8, kind: .field, obstacle: .indicationOnly),
                Candidate(business: 3, score: 7, kind: .office, obstacle: .alreadyPlanned),
                Candidate(business: 4, score: 6, kind: .office),
            ], plan: ["4@1 1+2", "1 outside_jurisdiction", "2 indication_only", "3 already_planned"]),
    ]

    @Test(arguments: cases)
    func places(_ given: Case) {
        let planner = Planner(
            days: Self.days, visitsPerDay: given.visitsPerDay, examiners: given.examiners, inspectors: given.inspectors)
        #expect(Self.words(planner.plan(given.candidates)) == given.plan)
    }

    @Test func aLargePlanKeepsEveryLimit() {
        let examiners = (1...6).map { Self.officer($0, 3 + $0 % 3, absent: $0 % 2 == 0 ? [$0 % 3] : []) }
        let inspectors = (11...14).map { Self.officer($0, 5, absent: $0 == 12 ? [0, 1] : []) }
        let candidates = Self.candidates(60)
        let planner = Planner(days: Self.days, visitsPerDay: 2, examiners: examiners, inspectors: inspectors)
        let result = planner.plan(candidates)

        let handled = result.visits.map(\.candidate.business) + result.omissions.map(\.candidate.business)
        #expect(handled.sorted() == candidates.map(\.business))
        for officer in examiners + inspectors {
            let days = result.visits.filter { $0.examiner == officer.id || $0.inspector == officer.id }.map(\.day)
            #expect(days.count <= officer.capacity)
            #expect(officer.absences.isDisjoint(with: days))
            #expect(days.allSatisfy { day in days.count(where: { $0 == day }) <= 2 })
        }
        // Nobody is left out for someone of a lower score.
        #expect(
            result.visits.map(\.candidate.business).max() ?? 0 < result.omissions.map(\.candidate.business).min() ?? 0)
        #expect(planner.plan(candidates) == result)
    }

    private static func words(_ result: Planner.Result) -> [String] {
        result.visits.map { visit in
            "\(visit.candidate.business)@\(visit.day.day) \(visit.examiner)+\(visit.inspector)"
        } + result.omissions.map { "\($0.candidate.business) \($0.reason.rawValue)" }
    }
}
