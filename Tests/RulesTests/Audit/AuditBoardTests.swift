import Postgres
import Register
import TestSupport
import Testing

@testable import Rules

/// The work of an audit on several connections.
@Suite struct AuditBoardTests {
    /// Tables are made before they are read, whatever the order of the tasks and however many connections there are.
    @Test(arguments: [0, 1, 3])
    func tablesAreMadeBeforeTheyAreRead(helpers: Int) async throws {
        try await Self.withBoard(helpers: helpers) { board, session in
            try board.finish(
                [
                    Self.task(
                        "sum", makes: "total", reads: ["left", "right"],
                        "select l.n + r.n from board.left l, board.right r"),
                    Self.task("right", makes: "right", reads: ["base"], "select n * 3 as n from board.base"),
                    Self.task("left", makes: "left", reads: ["base"], "select n * 2 as n from board.base"),
                    Self.task("base", makes: "base", reads: [], "select 7 as n"),
                ], session)
            #expect(try session.value("select * from board.total") == 35)
            try board.finish([Self.task("more", makes: "more", reads: ["total"], "select 1")], session)
        }
    }

    @Test func tasksThatWaitForEachOtherAreRefusedByName() async throws {
        try await Self.withBoard(helpers: 1) { board, session in
            let fault = #expect(throws: Fault.self) {
                try board.finish(
                    [
                        Self.task("hen", makes: "hen", reads: ["egg"], "select 1"),
                        Self.task("egg", makes: "egg", reads: ["hen"], "select 1"),
                    ], session)
            }
            #expect(fault?.code == .ruleMalformed)
            #expect(fault?.message.contains("hen, egg") == true)
        }
    }

    /// Whoever fails, the leader tells of it, and only when nobody works any more.
    @Test(arguments: [0, 1, 3])
    func whatFailsEndsTheWorkOfAll(helpers: Int) async throws {
        try await Self.withBoard(helpers: helpers) { board, session in
            let slow = (1...4).map { number in
                Self.task("slow \(number)", makes: "slow\(number)", reads: [], "select 1 as n from pg_sleep(0.3)")
            }
            let last = Self.task("last", makes: "last", reads: ["slow1"], "select 1")
            let error = #expect(throws: PostgresError.self) {
                try board.finish([Self.task("bad", makes: "bad", reads: [], "select 1 / 0")] + slow + [last], session)
            }
            #expect(error?.sqlState == "22012")
            let busy: Int = try session.value(
                "select count(*) from pg_stat_activity where datname = current_database() and query ~ 'pg_sleep' and state = 'active' and pid <> pg_backend_pid()"
            )
            #expect(busy == 0)
            #expect(try session.value("select to_regclass('board.last') is null"))
        }
    }

    /// A helper whose connection is gone stops the audit with an error, and nothing of a run is left.
    @Test func anAuditWhoseHelperIsLostLeavesNothing() async throws {
        try await TestDatabase.with(PatuhTemplates.imported) { test in
            let leader = try await test.connect()
            let before = try await StoredAudit.read(leader)
            let helpers = [try await test.connect(), try await test.connect()]
            let lost = Int(try await helpers[0].run { try $0.value("select pg_backend_pid()", as: Int.self) })
            let killer = try await test.connect()
            let killing = Task {
                try await killer.run { session in
                    // As soon as it works on something.
                    while try session.value("select to_regclass('work.batch') is null", as: Bool.self) {}
                    try session.execute("select pg_terminate_backend(\(lost))")
                }
            }
            let request = AuditRequest(asOf: PatuhTemplates.asOf)
            do {
                let summary = try await Auditor(PatuhTemplates.resources).run(request, leader, helpers: helpers)
                // It was lost while it waited: the others have done the work.
                #expect(summary.run == 1)
            } catch {
                #expect(try await StoredAudit.read(leader) == before)
            }
            try await killing.value
            for database in [leader, killer] + helpers { await database.close() }
            let again = try await test.connect()
            let summary = try await again.run { try Auditor(PatuhTemplates.resources).run(request, session: $0) }
            #expect(summary.run != nil)
            await again.close()
        }
    }

    @Test func threeConnectionsFindWhatOneFinds() async throws {
        var found: [[String]] = []
        for helpers in [0, 2] {
            try await TestDatabase.with(PatuhTemplates.imported) { test in
                let leader = try await test.connect()
                var others: [Database] = []
                for _ in 0..<helpers { others.append(try await test.connect()) }
                _ = try await Auditor(PatuhTemplates.resources).run(
                    AuditRequest(asOf: PatuhTemplates.asOf), leader, helpers: others)
                found.append(
                    try await leader.run { session in
                        try session.rows(
                            """
                            select concat_ws(' ', f.finding_id, f.rule_code, f.business_id, f.person_id, f.amount, f.sha256) as line
                            from register.office as o cross join lateral audit.findings_at(o.office_id, 1) as f
                            order by f.finding_id
                            """
                        ).map { try $0.get("line", as: String.self) }
                    })
                for database in [leader] + others { await database.close() }
            }
        }
        #expect(!found[0].isEmpty)
        #expect(found[0] == found[1])
    }

    private static func task(_ name: String, makes: String, reads: [String], _ query: String) -> AuditTask {
        AuditTask(name: name, makes: [makes], reads: Set(reads + [makes])) {
            try $0.script("create table board.\(makes) as \(query)")
        }
    }

    /// A board with connections that help, on an empty database with the schema `board`.
    private static func withBoard(
        helpers: Int, _ body: @escaping @Sendable (AuditBoard, Session) throws -> Void
    ) async throws {
        try await TestDatabase.with { test in
            let leader = try await test.connect()
            try await leader.run { try $0.script("create schema board") }
            let board = AuditBoard()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<helpers {
                    let helper = try await test.connect()
                    group.addTask {
                        try? await helper.run { try board.help($0) }
                        await helper.close()
                    }
                }
                try await leader.run { try body(board, $0) }
                board.close()
                try await group.waitForAll()
            }
            await leader.close()
        }
    }
}
