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
            let pause = try PausedTypesetter()
            defer { pause.remove() }
            let test = branch.test
            let issuing = Task {
                let database = try await test.connect()
                let letters = try await PlannedBranch.office(database, python: pause.python).issue(PlannedBranch.visits)
                await database.close()
                return letters.count
            }
            try await pause.untilStarted()
            try await branch.database.run { try PlannedBranch.plan($0) }
            try pause.goOn()
            #expect(try await issuing.value == 4)
            let plans = try await branch.column(
                "select distinct v.plan_id::text from letter.letter inner join inspection.visit as v using (visit_id)")
            #expect(plans == ["2"])
            let numbers = try await branch.column("select sequence::text from letter.letter order by sequence")
            #expect(numbers == ["1", "2", "3", "4"])
        }
    }
}

/// An interpreter that says when it has been started, and waits to be told to go on.
struct PausedTypesetter: Sendable {
    private let folder: String
    var python: String { folder + "/python" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/paused-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let script = """
            #!/bin/sh
            touch '\(folder)/started'
            while [ ! -e '\(folder)/go' ]; do sleep 0.05; done
            exec '\(try #require(Typesetting.installation).python)' "$@"
            """
        try Data(script.utf8).write(to: URL(filePath: python))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
    }

    func untilStarted() async throws {
        for _ in 0..<400 where !FileManager.default.fileExists(atPath: folder + "/started") {
            try await Task.sleep(for: .milliseconds(50))
        }
        try #require(FileManager.default.fileExists(atPath: folder + "/started"))
    }

    func goOn() throws { try Data().write(to: URL(filePath: folder + "/go")) }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
