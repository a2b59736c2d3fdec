import Postgres
import TestSupport
import Testing

/// The server's side of commands.
enum Backends {
    /// Waits until no command is connected; a killed one must not keep its statement running.
    static func waitUntilGone(_ test: TestDatabase) async throws {
        try await wait(test, for: { $0 == 0 }, "The server still works for a command that was killed.")
    }

    /// Waits until a command waits for a lock.
    static func waitUntilBlocked(_ test: TestDatabase) async throws {
        try await wait(test, for: { $0 > 0 }, onlyBlocked: true, "No command came to the lock.")
    }

    private static func wait(
        _ test: TestDatabase, for isReached: (Int) -> Bool, onlyBlocked: Bool = false, _ complaint: Comment
    ) async throws {
        let database = try await test.connect()
        for _ in 0..<2000 {
            let count = try await database.run { session in
                try session.value(
                    """
                    select count(*) from pg_stat_activity
                    where datname = current_database() and application_name = 'patuh'
                        and (not \(onlyBlocked) or wait_event_type = 'Lock')
                    """, as: Int.self)
            }
            if isReached(count) {
                await database.close()
                return
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        await database.close()
        Issue.record(complaint)
    }
}

/// The register of letter numbers.
enum LetterNumbers {
    /// Fails when numbers of a kind and year are not 1, 2, 3 … or the register says otherwise.
    static func checkGapless(_ test: TestDatabase) async throws {
        let database = try await test.connect()
        let gaps = try await database.run { session in
            try session.value(
                """
                select count(*)
                from (
                    select kind, max(sequence) as last, count(*) as letters from letter.letter
                    group by office_id, kind, extract(year from letter_date)
                ) as l
                where last <> letters
                """, as: Int.self)
        }
        await database.close()
        #expect(gaps == 0)
    }
}
