import FoundationEssentials
import TestSupport
import Testing

/// One folder per error a user can cause; `Tests/Scenarios/errors/README.md` says what is in it.
@Suite struct ErrorScenarioTests {
    @Test(arguments: try ErrorScenario.all())
    func `an error says what happened, where, why, and what to do`(_ scenario: ErrorScenario) async throws {
        try await TemporaryFolder.with { folder in
            let inputs = scenario.folder + "/files"
            for (name, bytes) in try TemporaryFolder.contents(inputs) {
                #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(bytes)))
            }
            try await scenario.withTool(in: folder) { tool in
                let outcome = try await tool.run(
                    scenario.arguments.map { $0.replacing("{root}", with: PatuhTemplates.root) })
                try Golden.check(
                    Golden.masked(outcome.err, folder: folder), at: scenario.folder + "/expected-stderr.txt")
                try Golden.check("\(outcome.exit)\n", at: scenario.folder + "/exit.txt")
                #expect(outcome.exit == 0 || outcome.out.isEmpty, "an error leaves standard output empty")
            }
            let written = try TemporaryFolder.contents(folder).filter {
                !FileManager.default.fileExists(atPath: "\(inputs)/\($0.key)")
            }
            let expected = scenario.folder + "/expected-files"
            #expect(
                Set(written.keys)
                    == Set(try TemporaryFolder.contents(expected).keys).union(
                        Golden.isRecording ? Set(written.keys) : []))
            for (name, bytes) in written {
                try Golden.check(String(decoding: bytes, as: UTF8.self), at: "\(expected)/\(name)")
            }
        }
    }

    @Test func `no message of an error holds a NIK`() throws {
        for scenario in try ErrorScenario.all() {
            let message = Tool.text(scenario.folder + "/expected-stderr.txt")
            #expect(message.firstMatch(of: #/\b\d{16}\b/#) == nil, "\(scenario)")
        }
    }
}
