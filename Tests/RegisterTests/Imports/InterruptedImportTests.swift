import Postgres
import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

@testable import Register

@Suite struct InterruptedImportTests {
    @Test func `an import whose connection is killed leaves nothing`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let killer = try await test.connect()
            let victim = try await test.connect()
            let backend: Int = try await victim.run { try $0.value("select pg_backend_pid()") }
            let before = try await killer.run { session in
                _ = try TestOffice(session)
                return try registerState(session)
            }
            let gate = Gate()
            async let killed: Void = {
                await gate.reached()
                try await killer.run { _ = try $0.rows("select pg_terminate_backend(\(backend), 5000)") }
                gate.open()
            }()
            // Rows are on their way to the server when it ends.
            let error = await #expect(throws: PostgresError.self) {
                try await victim.run { session in
                    let folder = try TemporaryFolder()
                    let request = ImportRequest(
                        kind: .bpjstkWages, path: try folder.write(Self.wages(rows: 60_000), to: "upah.csv"),
                        fileName: "upah.csv")
                    _ = try Importer(PatuhTemplates.resources).run(
                        request, session: session, rejectsPath: folder.path + "/rejects.csv"
                    ) { stage in
                        if case .reading(rows: 30_000, _) = stage { gate.hold() }
                    }
                }
            }
            #expect(error?.code == .connectionLost)
            try await killed
            let after = try await killer.run { try registerState($0) }
            #expect(before == after)

            // What was killed can be done again.
            let outcome = try await killer.run { session in
                let folder = try TemporaryFolder()
                let request = ImportRequest(
                    kind: .bpjstkWages, path: try folder.write(Self.wages(rows: 60_000), to: "upah.csv"),
                    fileName: "upah.csv")
                return try Importer(PatuhTemplates.resources).run(
                    request, session: session, rejectsPath: folder.path + "/rejects.csv")
            }
            #expect(outcome.accepted == 60_000)
            await killer.close()
            await victim.close()
        }
    }

    @Test func `of two imports of one file at once one brings the rows and the other recognises them`() async throws {
        try await TestDatabase.with(PatuhTemplates.schema) { test in
            let database = try await test.connect()
            try await database.run { _ = try TestOffice($0) }
            let folder = try TemporaryFolder()
            let path = try folder.write(Self.wages(rows: 5_000), to: "upah.csv")
            let verdicts = try await withThrowingTaskGroup(of: ImportOutcome.Verdict.self) { group in
                for number in 1...3 {
                    group.addTask {
                        let client = try await test.connect()
                        let outcome = try await client.run { session in
                            try Importer(PatuhTemplates.resources).run(
                                ImportRequest(kind: .bpjstkWages, path: path, fileName: "upah.csv"), session: session,
                                rejectsPath: "\(folder.path)/rejects\(number).csv")
                        }
                        await client.close()
                        return outcome.verdict
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let accepted = verdicts.compactMap { if case .accepted(let batch) = $0 { batch } else { nil } }
            let recognised = verdicts.compactMap { if case .alreadyImported(let batch, _) = $0 { batch } else { nil } }
            #expect(accepted.count == 1)
            #expect(recognised == [accepted[0], accepted[0]])
            let rows: Int = try await database.run { try $0.value("select count(*) from register.roster_line") }
            #expect(rows == 5_000)
            await database.close()
        }
    }

    /// A wage file of one business in which every worker is another person.
    private static func wages(rows: Int) -> String {
        "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP\n"
            + (0..<rows).map { number in
                let district = 990101 + number / 9_000
                return
                    "\(district)311290\(1_000 + number % 9_000);Pekerja \(number);31-12-1990;3915000;10-2026;99000001\n"
            }.joined()
    }
}

/// Holds an import at a row until something else has happened.
private final class Gate: Sendable {
    private let state = Mutex((reached: false, open: false))

    /// Called on the thread of the import; gives up after 30 s so that a failing test ends.
    func hold() {
        state.withLock { $0.reached = true }
        for _ in 0..<3_000 where !state.withLock({ $0.open }) { usleep(10_000) }
    }

    func open() {
        state.withLock { $0.open = true }
    }

    func reached() async {
        while !state.withLock({ $0.reached }) { try? await Task.sleep(for: .milliseconds(10)) }
    }
}
