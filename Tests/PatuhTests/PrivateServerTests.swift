import FoundationEssentials
import Glibc
import Register
import TestSupport
import Testing

/// Commands without any server to use: a private PostgreSQL in `PATUH_DATA`.
@Suite(.serialized) struct PrivateServerTests {
    /// Who runs the commands; nobody is no option unless the tests run as root.
    enum Account: String, CaseIterable, Sendable {
        case own, nobody

        var canBeUsed: Bool { self == .own || geteuid() == 0 }
        var prefix: [String] {
            self == .own ? [] : ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        }
    }

    @Test(arguments: Account.allCases.filter(\.canBeUsed))
    func `the first command sets all up, and nothing keeps running`(_ account: Account) async throws {
        try await with(account) { tool, data in
            let first = try await tool.run("status")
            #expect(first.exit == 4 && first.err.contains("patuh import offices FILE"), "\(first.err)")
            #expect(first.err.contains("migrations applied"))
            #expect(Self.servers(of: data).isEmpty)

            let second = try await tool.run("coverage", "--format", "csv")
            #expect(second.exit == 0 && second.err == Self.sectionNote(second.err), "\(second.err)")
            #expect(Self.servers(of: data).isEmpty)
        }
    }

    @Test func `db start keeps the server, db stop ends it`() async throws {
        try await with(.own) { tool, data in
            let status = try await tool.succeed("db", "status")
            #expect(status.out.contains("running          no"))
            #expect(status.out.contains("schema           none; run: patuh db init"))
            _ = try await tool.succeed("db", "start")
            #expect(Self.servers(of: data).count == 1)
            _ = try await tool.succeed("db", "init")
            #expect(try await tool.succeed("db", "init").err.contains("up to date"))
            #expect(Self.servers(of: data).count == 1, "a command stopped a server that is to be kept")
            let running = try await tool.succeed("db", "status")
            #expect(running.out.contains("kept running     yes"))
            #expect(running.out.contains("pending          nothing"))
            #expect(try await tool.succeed("db", "stop").err == "Stopped.\n")
            #expect(Self.servers(of: data).isEmpty)
            #expect(try await tool.succeed("db", "stop").err == "It was not running.\n")
        }
    }

    @Test func `db drop deletes the database that is named, and only with its name`() async throws {
        try await with(.own) { tool, data in
            _ = try await tool.succeed("import", "offices", "kantor.csv")
            _ = try await tool.succeed("status")
            #expect(try await tool.run("db", "drop").exit == 64)
            _ = try await tool.succeed("status")
            #expect(try await tool.succeed("db", "drop", "--confirm", "patuh").err == "Dropped: patuh\n")
            #expect(try await tool.run("status").exit == 4, "the office is still there")
            let unknown = try await tool.run("db", "drop", "--confirm", "absent")
            #expect(unknown.exit == 4 && unknown.err.contains("absent"), "\(unknown.err)")
            #expect(Self.servers(of: data).isEmpty)
        }
    }

    @Test func `a killed command's server is found again and stopped by the next`() async throws {
        try await with(.own) { tool, data in
            _ = try await tool.succeed("import", "offices", "kantor.csv")
            try await TemporaryFolder.with { streams in
                let process = try tool.start(["import", "officers", "petugas.csv"], streams: streams)
                try await Task.sleep(for: .milliseconds(120))
                process.send(SIGKILL)
                _ = try await process.wait(.seconds(10))
            }
            let again = try await tool.run("import", "officers", "petugas.csv")
            #expect(again.exit == 0, "\(again.err)")
            #expect(Self.servers(of: data).isEmpty)
        }
    }

    @Test(arguments: Account.allCases.filter(\.canBeUsed))
    func `scenarios run on a private server that holds nothing else, and a broken one is made anew`(
        _ account: Account
    ) async throws {
        try await with(account) { tool, data in
            let words = ["rules", "test", PatuhTemplates.resources.scenarios + "/IUR-01/never-paid"]
            let first = try await tool.run(words)
            #expect(first.exit == 0 && first.out == "ok    IUR-01/never-paid\n", "\(first.err)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: data) == ["scratch"])
            let control = try #require(
                try FileManager.default.subpathsOfDirectory(atPath: data).first { $0.hasSuffix("/global/pg_control") })
            #expect(truncate("\(data)/\(control)", 0) == 0)
            let again = try await tool.run(words)
            #expect(again.exit == 0 && again.out == first.out, "\(again.err)")
            #expect(Self.servers(of: data).isEmpty)
        }
    }

    private func with(_ account: Account, _ body: (Tool, String) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            // The server's account must get in.
            chmod(folder, 0o755)
            if account == .nobody { try #require(chown(folder, 65534, 65534) == 0) }
            let data = folder + "/data"
            var tool = Tool(["PATUH_DATA": data, "HOME": folder], folder: SampleBranch.folder)
            tool.prefix = account.prefix
            do {
                try await body(tool, data)
            } catch {
                _ = try? await tool.run("db", "stop")
                throw error
            }
            _ = try? await tool.run("db", "stop")
        }
    }

    /// Notes that csv shows one section.
    private static func sectionNote(_ text: String) -> String {
        text.split(separator: "\n").filter { $0.hasPrefix("csv holds one table") }.map { "\($0)\n" }.joined()
    }

    /// Processes whose arguments name the folder: postmasters, for their children rename themselves.
    private static func servers(of data: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).filter { entry in
            Int32(entry) != nil && Tool.text("/proc/\(entry)/cmdline").contains(data + "/")
        }
    }
}
