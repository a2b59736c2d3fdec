import FoundationEssentials
import TestSupport
import Testing

/// `docs/errors.md` against the codes in the sources.
@Suite struct ErrorCodeTests {
    private static let page = Tool.text(PatuhTemplates.root + "/docs/errors.md")

    @Test func `every code in the sources is on the page, and no other`() throws {
        var codes = Set(try Self.source("Register/Fault").matches(of: #/"(E-[A-Z]+-\d+)"/#).map { String($0.1) })
        codes.formUnion(try Self.cases("Postgres/PostgresErrorCode", prefix: "E-PG-"))
        codes.formUnion(try Self.cases("Reporting/ReportingError", prefix: "E-REP-"))
        codes.formUnion(try Self.cases("Sample/SampleError", prefix: "E-SMP-"))
        try #require(codes.count > 40)
        let listed = Self.page.matches(of: #/(?m)^\| `(E-[A-Za-z0-9-]+)`/#).map { String($0.1) }
        #expect(Set(listed) == codes)
        #expect(listed.count == Set(listed).count, "a code stands twice")
    }

    @Test func `a message on record carries a code of the page, with its exit code`() throws {
        let exits = Dictionary(
            Self.page.matches(of: #/(?m)^\| `(E-[A-Za-z0-9-]+)` \| (\d+)/#).map { (String($0.1), String($0.2)) }
        ) { first, _ in first }
        for scenario in try ErrorScenario.all() {
            let message = Tool.text(scenario.folder + "/expected-stderr.txt")
            guard let code = message.firstMatch(of: #/\[(E-[A-Za-z0-9-]+)\]/#)?.1 else { continue }
            #expect(
                exits[String(code)] == Tool.text(scenario.folder + "/exit.txt").trimmed, "\(scenario.name): \(code)")
        }
    }

    @Test func `the exit codes of the page are those of the command`() async throws {
        let topic = try await Tool().succeed("help-topic", "exit-codes").out
        let page = Self.page.matches(of: #/(?m)^\| (\d+) \| (.+) \|$/#).map { "\($0.1) \($0.2)" }
        let told = topic.split(separator: "\n").map { line in
            line.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }.joined(separator: " ")
        }
        #expect(page.map { $0.replacing("`", with: "") } == told)
    }

    private static func source(_ name: String) throws -> String {
        let text = Tool.text("\(PatuhTemplates.root)/Sources/\(name).swift")
        try #require(!text.isEmpty, "\(name).swift has moved")
        return text
    }

    /// The cases of the file's first enum, as printed: their raw value, else their name in words.
    private static func cases(_ file: String, prefix: String) throws -> Set<String> {
        let body = try source(file).split(separator: "private enum", maxSplits: 1)[1].prefix { $0 != "}" }
        var codes: Set<String> = []
        for line in body.split(separator: "\n") where line.contains("case ") {
            if let raw = line.firstMatch(of: #/"([^"]+)"/#)?.1 {
                codes.insert(prefix + raw)
            } else {
                let names = line.split(separator: "case ", maxSplits: 1).last?.split { ", ".contains($0) } ?? []
                codes.formUnion(names.map { prefix + $0.replacing(#/[A-Z]/#) { "-\($0.output.lowercased())" } })
            }
        }
        return codes
    }
}
