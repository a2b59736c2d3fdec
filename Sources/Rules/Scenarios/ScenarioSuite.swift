import FoundationEssentials
import Postgres
public import Register

/// Runs many scenarios, several at once, each in a database of its own.
public struct ScenarioSuite: Sendable {
    /// The cases, in the order of their results.
    public let cases: [Scenario]
    private let runner: ScenarioRunner

    /// Finds the cases of folders; without a folder those that came with Patuh.
    ///
    /// - Parameters:
    ///   - folders: cases, rules' folders of cases, or folders of these.
    ///   - resources: the rules, and the scenarios that came with them.
    ///   - events: what cases may tell besides evidence and decisions about businesses.
    /// - Throws: ``Fault`` with `scenarioMissing` for a folder without a case, or `ruleMalformed`.
    public init(_ folders: [String], _ resources: Resources, events: [ScenarioEvents] = []) throws {
        // A rule that cannot be read would fail every case with the same words.
        _ = try RuleSet(resources)
        runner = ScenarioRunner(resources, events: events)
        cases = try (folders.isEmpty ? [resources.scenarios] : folders).flatMap { folder in
            let path = URL(filePath: folder).standardizedFileURL.path
            let found = Scenario.cases(in: path, base: resources.scenarios + "/base")
            guard !found.isEmpty else {
                throw Fault(
                    .scenarioMissing, "The folder \(folder) holds no scenario.",
                    hint: """
                        A scenario is a folder RULE/CASE with as-of.txt, expected.csv and evidence; \
                        Tests/Scenarios/README.md describes them.
                        """)
            }
            return found
        }
    }

    /// Runs the cases and hands on their results in order, each as soon as those before it are there.
    ///
    /// - Parameters:
    ///   - scratch: where their databases are made.
    ///   - each: takes a result.
    /// - Throws: `PostgresError` when the database fails; what `each` throws.
    public func run(
        on scratch: ScratchDatabases, each: (ScenarioResult) throws -> Void
    ) async throws {
        // Two a core: while one waits for the disk that its copy is written to, another works.
        let atOnce = min(8, max(2, 2 * ProcessInfo.processInfo.activeProcessorCount))
        try await withThrowingTaskGroup(of: (Int, ScenarioResult).self) { group in
            var started = 0
            var waiting: [Int: ScenarioResult] = [:]
            var shown = 0
            while shown < cases.count {
                while started < cases.count, started < shown + waiting.count + atOnce {
                    let (index, scenario) = (started, cases[started])
                    group.addTask {
                        (index, try await scratch.copy { try await $0.run { try runner.run(scenario, session: $0) } })
                    }
                    started += 1
                }
                guard let (index, result) = try await group.next() else { return }
                waiting[index] = result
                while let result = waiting.removeValue(forKey: shown) {
                    shown += 1
                    try each(result)
                }
            }
        }
    }
}
