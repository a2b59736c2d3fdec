import Postgres
import TestSupport
import Testing

/// The server's side of commands.
enum Backends {
    /// Waits until no command is connected; a killed one must not keep its statement running.
    static func waitUntilGone(_ test: TestDatabase) async throws {
        try await wait(
            test, until: "not exists (select from pg_stat_activity where \(commands))",
            "The server still works for a command that was killed.")
    }

    /// Waits until a command waits for a lock.
    static func waitUntilBlocked(_ test: TestDatabase) async throws {
        try await wait(
            test, until: "exists (select from pg_stat_activity where \(commands) and wait_event_type = 'Lock')",
            "No command came to the lock.")
    }

    /// Waits until a test holds a table.
    static func waitUntilLocked(_ test: TestDatabase) async throws {
        try await wait(
            test,
            until: """
                exists (
                    select from pg_locks as l inner join pg_database as d on d.oid = l.database
                    where d.datname = current_database() and l.mode = 'AccessExclusiveLock' and l.granted)
                """,
            "The test did not get its lock.")
    }

    /// Waits until the rows of a file are on their way to the server.
    static func waitUntilCopying(_ test: TestDatabase) async throws {
        try await wait(
            test,
            until: """
                exists (
                    select from pg_stat_activity
                    where \(commands) and state = 'active' and query ilike 'copy staging%')
                """,
            "No command came to its COPY.")
    }

    /// Waits until the session of a test has what it asked for by this statement, and sleeps on it.
    static func waitUntilHeld(_ test: TestDatabase) async throws {
        try await wait(
            test,
            until: """
                exists (
                    select from pg_stat_activity
                    where datname = current_database() and wait_event = 'PgSleep')
                """,
            "The test did not get its lock.")
    }

    /// Ends the server's side of every command.
    static func terminate(_ test: TestDatabase) async throws {
        let database = try await test.connect()
        _ = try await database.run { session in
            try session.rows(SQL(unescaped: "select pg_terminate_backend(pid) from pg_stat_activity where \(commands)"))
        }
        await database.close()
    }

    /// The sessions of commands.
    static let commands = "datname = current_database() and application_name = 'patuh'"

    private static func wait(_ test: TestDatabase, until condition: String, _ complaint: Comment) async throws {
        let database = try await test.connect()
        for _ in 0..<2000 {
            let isReached = try await database.run { session in
                try session.value(SQL(unescaped: "select \(condition)"), as: Bool.self)
            }
            if isReached {
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
