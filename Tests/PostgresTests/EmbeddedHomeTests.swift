import FoundationEssentials
import Testing

@testable import Postgres

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

@Suite struct EmbeddedHomeTests {
    @Test func `the folder follows PATUH_DATA, the user and XDG`() throws {
        func home(_ environment: [String: String], root: Bool = false) throws -> String {
            try EmbeddedServer.standardHome(environment: environment, isRoot: root)
        }
        #expect(try home(["PATUH_DATA": "/srv/x", "HOME": "/home/a"], root: true) == "/srv/x")
        #expect(try home(["PATUH_DATA": "x"]) == FileManager.default.currentDirectoryPath + "/x")
        #expect(try home(["PATUH_DATA": "", "HOME": "/root"], root: true) == "/var/lib/patuh")
        #expect(try home(["XDG_DATA_HOME": "/x/data", "HOME": "/home/a"]) == "/x/data/patuh")
        #expect(try home(["XDG_DATA_HOME": "data", "HOME": "/home/a"]) == "/home/a/.local/share/patuh")
        #expect { try home([:]) } throws: { ($0 as? PostgresError)?.code == .dataFolderUnusable }
    }

    private func problem(home: String) async -> PostgresError? {
        do {
            try await EmbeddedServer(home: home).ensureRunning()
        } catch {
            return error as? PostgresError
        }
        return nil
    }

    @Test func `a path too long for a socket is refused with advice`() async {
        let home = "/tmp/patuh-" + String(repeating: "x", count: 100)
        let error = await problem(home: home)
        #expect(error?.code == .dataFolderUnusable)
        #expect(error?.hint?.contains("PATUH_DATA") == true)
        #expect(access(home, F_OK) != 0, "nothing is made first")
    }

    @Test func `the longest path that fits is accepted`() throws {
        let rest = EmbeddedServer.longestSocketPath - "/socket/.s.PGSQL.5432".utf8.count
        let start = "/tmp/patuh-\(getpid())-"
        let home = start + String(repeating: "x", count: rest - start.utf8.count)
        defer { try? FileManager.default.removeItem(atPath: home) }
        try EmbeddedServer(home: home).prepareHome()
        #expect(throws: PostgresError.self) { try EmbeddedServer(home: home + "x").prepareHome() }
    }

    @Test(.enabled(if: geteuid() == 0)) func `a folder the server's account cannot enter is refused`() async throws {
        let outer = "/tmp/patuh-closed-\(getpid())"
        mkdir(outer, 0o700)
        defer { try? FileManager.default.removeItem(atPath: outer) }
        let error = await problem(home: "\(outer)/data")
        #expect(error?.code == .dataFolderUnusable)
        #expect(error?.message.contains(outer) == true)
        #expect(error?.hint?.contains("PATUH_DATA") == true)
    }

    @Test(.enabled(if: geteuid() == 0)) func `another user's folder is refused`() async throws {
        let home = "/tmp/patuh-foreign-\(getpid())"
        mkdir(home, 0o755)
        chown(home, 4242, 4242)
        defer { try? FileManager.default.removeItem(atPath: home) }
        #expect(await problem(home: home)?.message.contains("another user") == true)
    }

    @Test func `a folder that is a file is refused`() async throws {
        let home = "/tmp/patuh-file-\(getpid())"
        try Data().write(to: URL(filePath: home))
        defer { try? FileManager.default.removeItem(atPath: home) }
        #expect(await problem(home: home)?.code == .dataFolderUnusable)
    }

    @Test func `missing programs are named with what to install`() async {
        await #expect {
            try await ServerPrograms.find(explicit: "/nonexistent", major: nil)
        } throws: { error in
            let error = error as? PostgresError
            return error?.code == .serverBinariesMissing && error?.hint?.contains("PATUH_PG_BIN") == true
        }
        await #expect {
            try await ServerPrograms.find(explicit: nil, major: 9)
        } throws: { error in
            let error = error as? PostgresError
            return error?.code == .serverBinariesMissing && error?.hint?.contains("postgresql-9") == true
        }
    }
}

@Suite struct FileLockTests {
    @Test func `sharers go together and an exclusive holder alone`() async throws {
        let path = "/tmp/patuh-lock-\(getpid())"
        defer { unlink(path) }
        var first = try FileLock.attempt(path, .shared)
        var second = try FileLock.attempt(path, .shared)
        #expect(first != nil && second != nil)
        #expect(try FileLock.attempt(path, .exclusive) == nil)
        first = nil
        second = nil
        let alone = try #require(try FileLock.attempt(path, .exclusive))
        #expect(try FileLock.attempt(path, .shared) == nil)
        withExtendedLifetime(alone) {}
    }

    @Test func `waiting for a lock ends with its task`() async throws {
        let path = "/tmp/patuh-lock-wait-\(getpid())"
        defer { unlink(path) }
        let holder = try await FileLock.wait(path, .exclusive)
        let waiting = Task { _ = try await FileLock.wait(path, .shared) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        withExtendedLifetime(holder) {}
    }
}
