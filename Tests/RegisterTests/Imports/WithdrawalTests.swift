import Postgres
import Register
import Rules
import TestSupport
import Testing

@Suite struct WithdrawalTests {
    /// Batch of the sample's payments: the last of its files.
    private static let payments = 22

    private static func withdraw(_ batch: Int, dryRun: Bool = false, _ session: Session) throws -> Withdrawal {
        try Withdrawal.withdraw(
            batch, office: try Office.find(nil, in: session), reason: "wrong month", dryRun: dryRun, session: session)
    }

    private static func audit(_ session: Session) throws -> AuditSummary {
        try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: PatuhTemplates.asOf), session: session)
    }

    @Test func `withdrawn payments count no more, and the same file may come again`() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let taken = try Self.withdraw(Self.payments, session)
                #expect(taken.kind == "payments")
                let without = try Self.audit(session)
                #expect(without.notJudged.contains { $0.rule == "IUR-01" && $0.reason == "no_payment_list" })
                #expect(without.rules.first { $0.header.code == "IUR-01" }?.violations == 0)
                let request = ImportRequest(
                    kind: .payments, path: PatuhTemplates.sample + "/pembayaran.csv", fileName: "pembayaran.csv")
                let again = try Importer(PatuhTemplates.resources)
                    .run(request, session: session, rejectsPath: "/dev/null")
                #expect(again.unchanged == 0)
                #expect(again.accepted == taken.rows)
                let with = try Self.audit(session)
                #expect(with.rules.first { $0.header.code == "IUR-01" }?.violations == 6)
                #expect(with.reopened == 6)
            }
        }
    }

    @Test func `nothing is deleted, and the act is in the journal with its reason`() async throws {
        try await TestDatabase.connected(PatuhTemplates.imported) { database in
            try await database.run { session in
                let before: Int = try session.value("select count(*) from register.payment")
                _ = try Self.withdraw(Self.payments, session)
                let after: Int = try session.value("select count(*) from register.payment")
                #expect(after == before)
                let reason: String = try session.value("select reason from journal.entry where act = 'import.undo'")
                #expect(reason == "wrong month")
            }
        }
    }

    @Test func `a dry run changes nothing`() async throws {
        try await TestDatabase.connected(PatuhTemplates.imported) { database in
            try await database.run { session in
                let taken = try Self.withdraw(Self.payments, dryRun: true, session)
                #expect(taken.rows > 0)
                let count: Int = try session.value("select count(*) from import.withdrawal")
                #expect(count == 0)
            }
        }
    }

    @Test(arguments: [(1, Fault.Code.batchStays), (999, .batchUnknown)])
    func `offices stay, and an unknown batch is named`(batch: Int, code: Fault.Code) async throws {
        try await TestDatabase.connected(PatuhTemplates.imported) { database in
            try await database.run { session in
                let fault = #expect(throws: Fault.self) { _ = try Self.withdraw(batch, session) }
                #expect(fault?.code == code)
            }
        }
    }

    @Test func `a batch is withdrawn once`() async throws {
        try await TestDatabase.connected(PatuhTemplates.imported) { database in
            try await database.run { session in
                _ = try Self.withdraw(Self.payments, session)
                let fault = #expect(throws: Fault.self) { _ = try Self.withdraw(Self.payments, session) }
                #expect(fault?.code == .batchStays)
            }
        }
    }
}
