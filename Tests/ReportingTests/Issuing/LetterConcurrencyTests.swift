import FoundationEssentials
import Inspections
import Postgres
import Register
import Synchronization
import TestSupport
import Testing

@testable import Reporting

/// Several sessions at once, and acts that come between drafting and storing.
@Suite(.enabled(if: Typesetting.installation != nil, "the typesetter is not installed; set PATUH_PYTHON"))
struct LetterConcurrencyTests {
    @Test func twoSessionsLeaveNoGapAndNoDuplicate() async throws {
        try await PlannedBranch.with { branch in
            let test = branch.test
            let issued = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        let database = try await test.connect()
                        let letters = try await PlannedBranch.office(database).issue(PlannedBranch.visits)
                        await database.close()
                        return letters.map(\.number)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let stored = try await branch.column("select number from letter.letter order by sequence")
            #expect(issued.sorted() == stored.sorted())
            #expect(stored == (1...4).map { "\($0)/SPPL/IV-02/1126" })
            let visits = try await branch.column("select count(distinct visit_id)::text from letter.letter")
            #expect(visits == ["4"])
        }
    }

    @Test func aSecondWarningIsRefused() async throws {
        try await PlannedBranch.with { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            try await branch.examine()
            let first = try await branch.office().issue(PlannedBranch.warnings())
            #expect(!first.isEmpty)
            let code = try #require(
                try await branch.column(
                    """
                    select b.code from letter.letter inner join register.business_profile as b using (business_id)
                    where kind = 'TEGURAN-1' limit 1
                    """
                ).first)
            let fault = await #expect(throws: Fault.self) {
                _ = try await branch.office().issue(PlannedBranch.warnings([code]))
            }
            #expect(fault?.message.contains("has had its first warning") == true)
            let again = try await branch.office().issue(PlannedBranch.warnings())
            #expect(again.isEmpty)
        }
    }

    @Test func aWarningDatedBeforeTheVisitIsRefused() async throws {
        try await PlannedBranch.with { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            let code = try #require(
                try await branch.column(
                    """
                    select b.code from inspection.visit as v inner join register.business_profile as b using (business_id)
                    inner join audit.finding as f using (business_id)
                    where f.rule_code like 'REG-%' limit 1
                    """
                ).first)
            let fault = await #expect(throws: Fault.self) {
                _ = try await branch.office().issue(PlannedBranch.warnings([code], on: PlannedBranch.day("2026-11-30")))
            }
            #expect(fault?.message.contains("no recorded examination") == true)
        }
    }

    /// While the letters of a plan are typeset, the month is planned again: the letters must be those of the new plan.
    @Test func aPlanThatIsReplacedMeanwhileIsNotAnnounced() async throws {
        try await PlannedBranch.with { branch in
            let issued = try await branch.issueVisits { database in
                try await database.run { try PlannedBranch.plan($0) }
            }
            #expect(issued == 4)
            let plans = try await branch.column(
                "select distinct v.plan_id::text from letter.letter inner join inspection.visit as v using (visit_id)")
            #expect(plans == ["2"])
            let numbers = try await branch.column("select sequence::text from letter.letter order by sequence")
            #expect(numbers == ["1", "2", "3", "4"])
        }
    }

    /// A plan is under way when letters of the one before are to be stored: they wait, and are then those of the new one.
    @Test func lettersWaitForAPlanUnderWay() async throws {
        try await PlannedBranch.with { branch in
            let planner = try await branch.test.connect()
            let planning = Mutex<Task<[Int], any Error>?>(nil)
            let issued = try await branch.issueVisits { database in
                let task = Task {
                    try await planner.run { session in
                        try PlanStore.make(
                            PlanRequest(month: PlannedBranch.december, madeOn: PlannedBranch.written), session: session
                        ) { made, session in
                            let waits = try Self.comes(Self.waitingForKey, session)
                            #expect(waits)
                            return [made.plan, try session.value("select count(*) from letter.letter")]
                        }
                    }
                }
                planning.withLock { $0 = task }
                try await Self.wait(for: Self.holdingKey, database)
            }
            let planned = try await planning.withLock { $0 }?.value
            await planner.close()
            #expect(planned == [2, 0])
            #expect(issued == 4)
            let plans = try await branch.column(
                "select distinct v.plan_id::text from letter.letter inner join inspection.visit as v using (visit_id)")
            #expect(plans == ["2"])
        }
    }

    /// Letters are being stored when somebody plans their month again: the plan waits, and is refused then.
    @Test func aPlanWaitsForLettersThatAreBeingStored() async throws {
        try await PlannedBranch.with { branch in
            let test = branch.test
            let issuing = Task {
                let database = try await test.connect()
                try await Self.wait(for: Self.holdingNumbers, database)
                let letters = try await PlannedBranch.office(database).issue(PlannedBranch.visits)
                await database.close()
                return letters.count
            }
            let planning = Task {
                let database = try await test.connect()
                try await database.run { session in
                    let holds = try Self.comes(Self.holdingKey, session)
                    #expect(holds)
                    try PlannedBranch.plan(session)
                }
                await database.close()
            }
            // Nobody takes a number until the plan waits.
            try await branch.database.transaction { session in
                try session.execute("lock table letter.register in exclusive mode")
                let waits = try Self.comes(Self.waitingForKey, session)
                #expect(waits)
            }
            let issued = try await issuing.value
            #expect(issued == 4)
            let fault = await #expect(throws: Fault.self) { try await planning.value }
            #expect(fault?.message.contains("announced by letter") == true)
            let plans = try await branch.column("select count(*)::text from inspection.plan")
            #expect(plans == ["1"])
        }
    }

    private static let holdingKey: SQL = "locktype = 'advisory' and granted"
    private static let waitingForKey: SQL = "locktype = 'advisory' and not granted"
    private static let holdingNumbers: SQL =
        "relation = 'letter.register'::regclass and mode = 'ExclusiveLock' and granted"

    private static func wait(for lock: SQL, _ database: Database) async throws {
        let isThere = try await database.run { try comes(lock, $0) }
        #expect(isThere)
    }

    /// True as soon as some session of the test's database has such a lock; false when none has it within a while.
    private static func comes(_ lock: SQL, _ session: Session) throws -> Bool {
        for _ in 0..<600 {
            let exists: Bool = try session.value(
                """
                select exists (
                    select from pg_locks
                    where database = (select oid from pg_database where datname = current_database()) and \(lock)
                )
                """)
            if exists { return true }
            try session.execute("select pg_sleep(0.05)")
        }
        return false
    }
}
