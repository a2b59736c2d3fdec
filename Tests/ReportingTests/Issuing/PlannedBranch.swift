import Inspections
import Postgres
import Register
import TestSupport

@testable import Reporting

/// The audited sample branch with a plan for December 2026, and the office that issues its letters.
struct PlannedBranch: Sendable {
    let test: TestDatabase
    let database: Database

    static let december = day("2026-12-01")
    static let written = day("2026-11-16")
    static let afterVisits = day("2026-12-21")

    static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? .earliest }

    /// Calls `body` with a branch of its own, where each of the two labour inspectors can make so many visits.
    static func with<T>(inspections: Int = 2, _ body: (PlannedBranch) async throws -> T) async throws -> T {
        try await TestDatabase.with(PatuhTemplates.audited) { test in
            let database = try await test.connect()
            try await database.run { session in
                try session.execute(
                    "update register.officer set monthly_capacity = \(inspections) where role = 'labour_inspector'")
                try plan(session)
            }
            do {
                let value = try await body(PlannedBranch(test: test, database: database))
                await database.close()
                return value
            } catch {
                await database.close()
                throw error
            }
        }
    }

    static func plan(_ session: Session) throws {
        try PlanStore.make(PlanRequest(month: december, madeOn: written), session: session) { _, _ in }
    }

    /// The letters of the month's visits.
    static let visits = LetterRequest(.visits(month: december), date: written)

    /// First warnings after the visits.
    static func warnings(_ employers: [String] = [], on date: CalendarDate = afterVisits) -> LetterRequest {
        LetterRequest(.firstWarnings(businesses: employers), date: date)
    }

    func office(python: String? = nil) throws -> LetterOffice {
        try Self.office(database, python: python)
    }

    static func office(_ database: Database, python: String? = nil) throws -> LetterOffice {
        let installation = TypesetterInstallation(
            python: python ?? Typesetting.installation?.python ?? "/nowhere/python", resources: Samples.resources)
        return try LetterOffice(database, installation: installation, resources: PatuhTemplates.resources)
    }

    /// The stored letters, as `patuh letter print` hands them out.
    func printed(_ numbers: [String] = []) async throws -> [LetterArchive.Stored] {
        try await database.run { session in
            var letters: [LetterArchive.Stored] = []
            try LetterArchive.forEach(numbers, office: try Office.find(nil, in: session), session: session) {
                letters.append($0)
            }
            return letters
        }
    }

    /// One column of a query, as text.
    func column(_ statement: SQL) async throws -> [String] {
        try await database.run { try $0.rows(statement).map { $0.text(0) ?? "" } }
    }

    /// Letters, registers and entries of the journal: what a refused request must not leave.
    func traces() async throws -> [String] {
        try await column(
            """
            select count(*)::text from letter.letter
            union all select count(*)::text from letter.register
            union all select count(*)::text from journal.entry where act = 'letter.issue'
            """)
    }

    /// Issues the letters of the planned visits, and does something else while they are typeset; returns how many there are.
    func issueVisits(while meanwhile: (Database) async throws -> Void) async throws -> Int {
        let pause = try PausedTypesetter()
        defer { pause.remove() }
        let test = test
        let issuing = Task {
            let database = try await test.connect()
            let letters = try await Self.office(database, python: pause.python).issue(Self.visits)
            await database.close()
            return letters.count
        }
        try await pause.untilStarted()
        try await meanwhile(database)
        try pause.goOn()
        return try await issuing.value
    }

    /// Records every announced visit as held on its day.
    func examine() async throws {
        try await database.run { session in
            let office = try Office.find(nil, in: session)
            for row in try session.rows(
                "select visit_id, business_id, visit_on from inspection.visit inner join letter.letter using (business_id, visit_id)"
            ) {
                let day: CalendarDate = try row.get("visit_on")
                try Examination.record(
                    business: try row.get("business_id"), office: office, heldOn: day,
                    report: ("\(try row.get("visit_id", as: Int.self))/LHPA/1226", day), today: day, session: session)
            }
        }
    }
}
