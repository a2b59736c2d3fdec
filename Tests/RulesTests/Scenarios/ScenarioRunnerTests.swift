import FoundationEssentials
import Postgres
import Register
import TestSupport
import Testing

@testable import Rules

/// How a case that does not come out, or is not in order, is told.
@Suite struct ScenarioRunnerTests {
    /// A copy of a shipped case whose files a test may change.
    private struct Copy: Sendable {
        let root: String
        let scenario: Scenario

        static func with<T>(_ path: String, as name: String? = nil, _ body: (Copy) async throws -> T) async throws -> T
        {
            let shipped = PatuhTemplates.resources.scenarios
            let root = FileManager.default.temporaryDirectory.path + "/scenarios-\(UUID().uuidString)"
            let folder = "\(root)/\(name ?? path)"
            defer { try? FileManager.default.removeItem(atPath: root) }
            let parent = folder.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: "\(shipped)/\(path)", toPath: folder)
            let found = Scenario.cases(in: root, base: "\(shipped)/base")
            return try await body(Copy(root: root, scenario: try #require(found.first)))
        }

        func write(_ text: String, to file: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(scenario.folder)/\(file)"))
        }

        func run() async throws -> ScenarioResult {
            try await TestDatabase.connected(PatuhTemplates.schema) { database in
                try await database.run { try ScenarioRunner(PatuhTemplates.resources).run(scenario, session: $0) }
            }
        }
    }

    @Test func linesThatOnlyOneSideHasAreTold() async throws {
        try await Copy.with("IUR-01/never-paid") { copy in
            let file = "\(copy.scenario.folder)/expected.csv"
            let lines = try SourceText(path: file).text.split(separator: "\n").map(String.init)
            try copy.write([lines[0], "IUR-01,01000001,,9,1,established"].joined(separator: "\n"), to: "expected.csv")
            try copy.write("rule,reason,subjects\nIUR-01,no_bills,1\n", to: "not-judged.csv")
            let result = try await copy.run()
            #expect(!result.isPassed && result.flaws.isEmpty)
            #expect(result.findings.missing == ["IUR-01,01000001,,9,1,established"])
            #expect(result.findings.unexpected == Array(lines.dropFirst()))
            #expect(result.notJudged.missing == ["IUR-01,no_bills,1"])
            #expect(result.notJudged.unexpected == [])
        }
    }

    @Test func theSameLineTwiceIsTwoFindings() {
        let difference = ScenarioResult.Difference(expected: ["a", "a", "b"], found: ["a", "c"])
        #expect(difference.missing == ["a", "b"])
        #expect(difference.unexpected == ["c"])
    }

    @Test func aCaseThatIsNotInOrderIsNotRun() async throws {
        try await Copy.with("IUR-01/never-paid") { copy in
            try copy.write("No law is named.", to: "about.txt")
            try copy.write("31-10-2026", to: "as-of.txt")
            try copy.write("rule,salary\n", to: "expected.csv")
            try copy.write("", to: "tagihn.csv")
            let flaws = try await copy.run().flaws
            #expect(
                flaws == [
                    "tagihn.csv is no file of a case", "about.txt does not name the article (Pasal …)",
                    "as-of.txt holds no date like 2026-10-31",
                    "expected.csv has the column salary, which is no evidence of any rule",
                ])
        }
    }

    @Test func whatTheImporterRefusesIsTold() async throws {
        try await Copy.with("IUR-01/never-paid") { copy in
            try copy.write(
                "Kode Badan Usaha;Bulan;Jumlah Peserta;Jumlah Tagihan;Jatuh Tempo\n01000001;2026-13;3;100;2026-01-10\n",
                to: "tagihan.csv")
            let result = try await copy.run()
            #expect(result.flaws.count == 1)
            #expect(result.flaws.first?.hasPrefix("tagihan.csv: Bulan: ") == true, "\(result.flaws)")
            try copy.write("Nama;Umur\nA;3\n", to: "tagihan.csv")
            #expect(try await copy.run().flaws.first?.contains("tagihan.csv") == true)
        }
    }

    @Test func aCaseOfNoRuleIsTold() async throws {
        try await Copy.with("IUR-01/never-paid", as: "IUR-99/never-paid") { copy in
            #expect(copy.scenario.rule == "IUR-99")
            let flaws = try await copy.run().flaws
            #expect(flaws == ["there is no rule IUR-99"])
        }
    }

    @Test func casesAreFoundFromAnyLevel() throws {
        let root = PatuhTemplates.resources.scenarios
        let all = Scenario.cases(in: root, base: nil)
        #expect(all.count >= 40)
        #expect(all.map(\.folder) == all.map(\.folder).sorted())
        let rule = Scenario.cases(in: root + "/IUR-01", base: nil)
        #expect(rule.map(\.description) == all.filter { $0.rule == "IUR-01" }.map(\.description))
        #expect(Scenario.cases(in: rule[0].folder, base: nil).map(\.description) == [rule[0].description])
        #expect(Scenario.cases(in: root + "/base", base: nil).isEmpty)
    }

    @Test func aSuiteHandsOnItsResultsInOrder() async throws {
        let root = PatuhTemplates.resources.scenarios
        let folders = ["IUR-01/paid-late", "DAT-02/one-rupiah-below", "IUR-01/never-paid"].map { "\(root)/\($0)" }
        let suite = try ScenarioSuite(folders, PatuhTemplates.resources)
        var seen: [String] = []
        try await TestDatabase.with { test in
            try await ScratchDatabases.with(on: test.target, PatuhTemplates.resources) { scratch in
                try await suite.run(on: scratch) { result in
                    #expect(result.isPassed)
                    seen.append(result.scenario.description)
                }
            }
        }
        #expect(seen == ["IUR-01/paid-late", "DAT-02/one-rupiah-below", "IUR-01/never-paid"])
    }

    @Test func aFolderWithoutACaseIsRefused() throws {
        for folder in ["/nowhere", PatuhTemplates.root + "/Tests/Golden"] {
            let fault = #expect(throws: Fault.self) { try ScenarioSuite([folder], PatuhTemplates.resources) }
            #expect(fault?.code == .scenarioMissing)
        }
    }
}
