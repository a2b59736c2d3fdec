import FoundationEssentials
import Register
import Reporting
import TestSupport
import Testing

/// What a newcomer reads.
///
/// The pages are on record; a new command or option needs its page recorded.
@Suite struct HelpTests {
    @Test func `every help page is as on record`() async throws {
        let tool = Tool()
        for path in try await CommandTree.load(tool).paths {
            let outcome = try await tool.run(path + ["--help"])
            #expect(outcome.exit == 0 && outcome.err.isEmpty, "\(path): \(outcome.err)")
            let name = path.isEmpty ? "patuh" : path.joined(separator: "-")
            try Golden.check(outcome.out, "help/\(name).txt")
        }
    }

    @Test func `examples ask for formats that there are`() async throws {
        let tool = Tool()
        var texts = [try String(contentsOfFile: PatuhTemplates.root + "/README.md", encoding: .utf8)]
        for path in try await CommandTree.load(tool).paths { texts.append(try await tool.run(path + ["--help"]).out) }
        let formats = texts.flatMap { $0.matches(of: #/--format (\w+)/#).map { String($0.1) } }
        #expect(!formats.isEmpty)
        #expect(Set(formats).subtracting(OutputFormat.allCases.map(\.rawValue)) == [])
    }

    @Test func `every command, argument and option is explained`() async throws {
        try await CommandTree.load(Tool()).check()
    }

    @Test(arguments: ["exit-codes", "environment", "formats"])
    func `every topic is as on record`(_ topic: String) async throws {
        let outcome = try await Tool().succeed("help-topic", topic)
        try Golden.check(outcome.out, "help/topic-\(topic).txt")
    }

    @Test(arguments: ImportKind.allCases)
    func `the help of import explains every kind`(_ kind: ImportKind) async throws {
        let help = try await Tool().succeed("import", "--help").out
        #expect(help.split(separator: "\n").contains { $0.hasPrefix("  \(kind.rawValue) ") })
    }

    @Test func `the version is one line`() async throws {
        let outcome = try await Tool().succeed("--version")
        #expect(outcome.out == Version.current + "\n")
        #expect(Version.current.wholeMatch(of: #/\d+\.\d+\.\d+/#) != nil)
    }

    @Test func `help fits a terminal of 80 columns`() async throws {
        let tool = Tool()
        for path in try await CommandTree.load(tool).paths {
            let lines = try await tool.run(path + ["--help"]).out.split(separator: "\n")
            // The usage line is the parser's own and is not wrapped.
            let long = lines.filter { $0.count > 80 && !$0.hasPrefix("USAGE") }
            #expect(long.isEmpty, "\(path)")
        }
    }
}
