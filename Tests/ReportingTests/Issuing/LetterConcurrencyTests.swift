import FoundationEssentials
import Postgres
import Register
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
}
