import TestSupport
import Testing

@testable import Postgres

@Suite struct ErrorTests {
    private static let nik = "3201010101800001"

    /// The error a statement ends with, after `setup`.
    private func failure(setup: String = "", _ body: @escaping @Sendable (Session) throws -> Void) async throws
        -> PostgresError
    {
        try await TestDatabase.connected { database in
            try await database.run { try $0.script(setup) }
            do {
                try await database.run(body)
            } catch let error as PostgresError {
                return error
            }
            throw PostgresError(.serverError, "The statement succeeded.")
        }
    }

    @Test func `a unique violation names the constraint and hides the value`() async throws {
        let error = try await failure(
            setup:
                "create table person (nik bigint constraint person_nik unique); insert into person values (\(Self.nik))"
        ) { session in
            try session.execute("insert into person values (\(Self.nik)::bigint)")
        }
        #expect(error.code == .serverError)
        #expect(error.sqlState == "23505")
        #expect(error.constraint == "person_nik")
        #expect(error.table == "person")
        #expect(error.schema == "public")
        #expect(error.description.contains("person_nik"))
        #expect(!"\(error)".contains(Self.nik))
        #expect(!error.message.contains(Self.nik))
        #expect(String(reflecting: error).contains(Self.nik), "the detail is there for debugging")
    }

    @Test func `a value of the wrong kind is not quoted`() async throws {
        let error = try await failure { _ = try $0.row("select \("x" + Self.nik)::bigint") }
        #expect(error.sqlState == "22P02")
        #expect(!error.description.contains(Self.nik))
        #expect(error.serverMessage?.contains(Self.nik) == true)
        let decoding = try await failure { session in
            _ = try session.value("select \("x" + Self.nik)::text as number", as: Int.self)
        }
        #expect(decoding.code == .decoding)
        #expect(decoding.description.contains("number"))
        #expect(!decoding.debugDescription.contains(Self.nik))
    }

    @Test func `errors of our own functions are shown with their hint`() async throws {
        let error = try await failure { session in
            try session.script(
                """
                do $$ begin
                    raise exception 'No decree covers 2031.' using errcode = 'PT001', hint = 'Import the decree.';
                end $$
                """
            )
        }
        #expect(error.message == "No decree covers 2031.")
        #expect(error.hint == "Import the decree.")
        #expect(error.sqlState == "PT001")
        let other = try await failure { try $0.script("do $$ begin raise exception 'secret'; end $$") }
        #expect(!other.description.contains("secret"))
    }

    @Test func `a syntax error tells where it is`() async throws {
        let error = try await failure { try $0.execute("select 1 +* 2") }
        #expect(error.sqlState == "42601" || error.sqlState == "42883")
        #expect(error.position == 10)
    }

    @Test func `a refused connection says why and where`() async throws {
        let error = try await connectionFailure("host=/nonexistent port=5999 dbname=x user=someone")
        #expect(error.code == .connectionFailed)
        #expect(error.message.contains("/nonexistent"))
        #expect(error.hint?.isEmpty == false)
    }

    @Test func `a connection string that cannot be read is not quoted`() async throws {
        for text in ["postgresql://someone:geheim@host:geheim/x", "host=x pasword=geheim", "host='geheim"] {
            let error = try await connectionFailure(text)
            #expect(error.code == .connectionFailed)
            #expect(!error.description.contains("geheim"), "\(text)")
        }
    }

    private func connectionFailure(_ text: String) async throws -> PostgresError {
        do {
            _ = try await Database.connect(.conninfo(text), application: "patuh tests")
        } catch let error as PostgresError {
            return error
        }
        throw PostgresError(.connectionFailed, "The connection succeeded.")
    }

    @Test func `a broken connection is told from a refused statement`() async throws {
        try await TestDatabase.with { test in
            let victim = try await test.connect()
            let killer = try await test.connect()
            let pid = try await victim.run { try $0.value("select pg_backend_pid()", as: Int.self) }
            try await killer.run { try $0.execute("select pg_terminate_backend(\(pid)::int)") }
            for _ in 1...2 {
                await #expect {
                    try await victim.run { try $0.execute("select 1") }
                } throws: {
                    ($0 as? PostgresError)?.code == .connectionLost
                }
            }
            await victim.close()
            await #expect {
                try await victim.run { try $0.execute("select 1") }
            } throws: {
                ($0 as? PostgresError)?.code == .closed
            }
        }
    }
}
