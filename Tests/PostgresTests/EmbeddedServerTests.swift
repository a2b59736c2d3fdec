import FoundationEssentials
import Testing

@testable import Postgres

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Calls `body` with a server whose folder does not exist yet, and clears up after it.
private func withServer(isDurable: Bool = false, _ body: (EmbeddedServer) async throws -> Void) async throws {
    var options = EmbeddedServer.Options()
    options.isDurable = isDurable
    options.patience = .seconds(30)
    let server = EmbeddedServer(home: "/tmp/patuh-embedded-\(UInt32.random(in: 0 ... .max))", options: options)
    let result: Result<Void, any Error>
    do {
        result = .success(try await body(server))
    } catch {
        result = .failure(error)
    }
    _ = try? await server.stop()
    try? FileManager.default.removeItem(atPath: server.home)
    try result.get()
}

@Suite(.serialized) struct EmbeddedServerTests {
    private func answer(_ server: EmbeddedServer, database: String = "patuh") async throws -> Int {
        let database = try await Database.connect(
            .embedded(server, database: database), application: "patuh tests"
        )
        let answer = try await database.run { try $0.value("select 42", as: Int.self) }
        await database.close()
        return answer
    }

    @Test func `connecting makes everything that is missing`() async throws {
        try await withServer { server in
            #expect(try await !server.status().isRunning)
            #expect(try await answer(server) == 42)
            let status = try await server.status()
            #expect(status.isRunning)
            #expect(!status.isKept)
            #expect(status.version?.split(separator: ".").first.flatMap { Int($0) } ?? 0 >= 15)
            #expect(status.size > 10 << 20)
            let pid = try #require(status.pid)
            #expect(getsid(pid) == pid, "Ctrl-C in the terminal must not reach it")
            let data = try #require(status.dataFolder)
            var entry = stat()
            #expect(stat(data, &entry) == 0)
            #expect(entry.st_mode & 0o777 == 0o700)
            #expect(entry.st_uid != 0)
            #expect(stat(server.socketFolder, &entry) == 0)
            #expect(entry.st_mode & 0o777 == 0o700)

            let database = try await Database.connect(.embedded(server, database: "patuh"), application: "patuh tests")
            let settings = try await database.run { session in
                try ["listen_addresses", "server_encoding", "lc_collate", "data_checksums", "log_min_messages"].map {
                    try session.value("select current_setting(\($0))", as: String.self)
                }
            }
            #expect(settings == ["", "UTF8", "C.UTF-8", "on", "log"])
            await database.close()
        }
    }

    @Test func `a running server is used again, and data survive a stop`() async throws {
        try await withServer { server in
            _ = try await answer(server)
            let first = try await server.status().pid
            _ = try await answer(server, database: "odd name's \"db\"")
            #expect(try await server.status().pid == first)
            let database = try await Database.connect(.embedded(server, database: "patuh"), application: "patuh tests")
            try await database.run { try $0.script("create table kept (n int); insert into kept values (7)") }
            await database.close()
            #expect(try await server.stop())
            #expect(try await !server.stop())
            #expect(try await !server.status().isRunning)
            let again = try await Database.connect(.embedded(server, database: "patuh"), application: "patuh tests")
            #expect(try await again.run { try $0.value("select n from kept", as: Int.self) } == 7)
            await again.close()
        }
    }

    @Test func `after a kill of the server the next command starts it again`() async throws {
        // Durable: what was committed must be there after the crash.
        try await withServer(isDurable: true) { server in
            let victim = try await Database.connect(.embedded(server, database: "patuh"), application: "patuh tests")
            try await victim.run { try $0.script("create table kept (n int); insert into kept values (7)") }
            let status = try await server.status()
            let first = try #require(status.pid)
            kill(first, SIGKILL)
            let data = try #require(status.dataFolder)
            #expect(access("\(data)/postmaster.pid", F_OK) == 0, "the stale file is what this test is about")
            #expect(access("\(server.socketFolder)/.s.PGSQL.5432", F_OK) == 0)
            let database = try await Database.connect(.embedded(server, database: "patuh"), application: "patuh tests")
            #expect(try await database.run { try $0.value("select n from kept", as: Int.self) } == 7)
            await database.close()
            await victim.close()
            #expect(try await server.status().pid != first)
            #expect(try await server.stopIfIdle())
        }
    }

    @Test func `a pid file that names another program is not believed`() async throws {
        try await withServer { server in
            _ = try await answer(server)
            let data = try #require(try await server.status().dataFolder)
            try await server.stop()
            try Data("\(getpid())\n\(data)\n".utf8).write(to: URL(filePath: "\(data)/postmaster.pid"))
            #expect(Postmaster.running(on: data) == nil)
            #expect(try await !server.stop())
        }
    }

    @Test func `an idle server stops, a used or kept one does not`() async throws {
        try await withServer { server in
            let database = try await Database.connect(.embedded(server, database: "patuh"), application: "patuh tests")
            #expect(try await !server.stopIfIdle(), "a connection of Patuh is open")
            await database.close()

            var foreign: Database? = try await Database.connect(server.parameters(database: "patuh"))
            #expect(try await !server.stopIfIdle(), "a connection of another program is open")
            await foreign?.close()
            foreign = nil

            try await server.start(keep: true)
            #expect(try await server.status().isKept)
            #expect(try await !server.stopIfIdle(), "it is kept")
            _ = try await answer(server)
            #expect(try await server.status().isKept, "a command does not change that")
            try await server.start(keep: false)

            // The other program's backend may take a moment to go.
            for _ in 1...50 where try await !server.stopIfIdle() { try await Task.sleep(for: .milliseconds(20)) }
            #expect(try await !server.status().isRunning)
            #expect(try await !server.stopIfIdle())
        }
    }

    @Test func `the statement of a killed program does not keep the server`() async throws {
        try await withServer { server in
            _ = try await answer(server)
            let programs = try await ServerPrograms.find(explicit: nil, major: nil)
            let log = try ServerLog.open(server.logFile)
            defer { close(log) }
            let client = try ChildProcess(
                [
                    "\(programs.folder)/psql", "-h", server.socketFolder, "-U", EmbeddedServer.user, "-d", "patuh",
                    "-c", "select pg_sleep(60)",
                ], output: log
            )
            try await Task.sleep(for: .milliseconds(300))
            #expect(try await !server.stopIfIdle(), "it is still at work")
            kill(client.pid, SIGKILL)
            _ = try await client.wait()
            var stopped = false
            for _ in 1...50 where !stopped {
                stopped = try await server.stopIfIdle()
                if !stopped { try await Task.sleep(for: .milliseconds(100)) }
            }
            #expect(stopped)
        }
    }

    @Test func `commands at once share one server`() async throws {
        try await withServer { server in
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...4 { group.addTask { try await answer(server) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers == [42, 42, 42, 42])
        }
    }

    @Test func `commands that come while others stop the server lose nothing`() async throws {
        try await withServer { server in
            _ = try await answer(server)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        for _ in 1...6 {
                            #expect(try await answer(server) == 42)
                            try await server.stopIfIdle()
                        }
                    }
                }
                try await group.waitForAll()
            }
            // On a busy machine the last backends take their time to go.
            for _ in 1...50 where try await server.status().isRunning { try await server.stopIfIdle() }
            #expect(try await !server.status().isRunning)
        }
    }

    @Test func `what a killed initdb left is cleared away`() async throws {
        try await withServer { server in
            let programs = try await ServerPrograms.find(explicit: nil, major: nil)
            let cluster = Cluster(home: server.home, major: programs.major)
            let left = "\(cluster.folder)/unfinished-1"
            try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
            try Data("15".utf8).write(to: URL(filePath: "\(left)/PG_VERSION"))
            #expect(try await answer(server) == 42)
            #expect(!FileManager.default.fileExists(atPath: left))
        }
    }

    @Test func `a server that cannot start says where its log is`() async throws {
        try await withServer { server in
            _ = try await answer(server)
            let data = try #require(try await server.status().dataFolder)
            try await server.stop()
            try Data("shared_buffers = nonsense\n".utf8).write(to: URL(filePath: "\(data)/postgresql.conf"))
            await #expect {
                try await server.ensureRunning()
            } throws: { error in
                let error = error as? PostgresError
                return error?.code == .serverStartFailed && error?.hint?.contains(server.logFile) == true
                    && error?.serverMessage?.contains("shared_buffers") == true
            }
        }
    }
}
