import Postgres
import TestSupport

/// A story told on a database, up to the first audit that says something else than one of everybody.
struct StoryRun: Sendable {
    /// Place of the step after which the two differ, and how.
    struct Failure: Sendable {
        let place: Int
        let differences: [String]
    }

    let failure: Failure?
    let count: StoryOffice.Count

    /// Tells a story.
    ///
    /// - Parameters:
    ///   - story: what happens.
    ///   - audited: the place of the first step that an audit follows.
    /// - Returns: how it went.
    /// - Throws: what a step throws that an office would not be told.
    static func tell(_ story: Story, auditedFrom audited: Int) async throws -> StoryRun {
        try await RuleFolder.with { folder in
            try await TestDatabase.with(PatuhTemplates.schema) { test in
                let database = try await test.connect()
                let helper = try await test.connect()
                var office = try await StoryOffice(story, database, helper: helper, folder)
                var failure: Failure?
                for (place, step) in story.steps.enumerated() {
                    try await office.perform(step)
                    guard place >= audited else { continue }
                    let differences = try await office.audit()
                    guard differences.isEmpty else {
                        failure = Failure(place: place, differences: differences)
                        break
                    }
                }
                await helper.close()
                await database.close()
                return StoryRun(failure: failure, count: office.count)
            }
        }
    }
}

/// The shortest story that still fails after its last step.
struct ShortestStory {
    private(set) var story: Story
    private(set) var differences: [String]
    private var audited: Int
    private var attempts = 80

    init(_ story: Story, auditedFrom audited: Int, _ failure: StoryRun.Failure) async throws {
        self.story = story
        self.story.steps = Array(story.steps.prefix(failure.place + 1))
        self.audited = audited
        differences = failure.differences
        // Mostly one audit before the last step is enough.
        _ = try await attempt(self.story, auditedFrom: max(0, self.story.steps.count - 2))
        var size = self.story.steps.count / 2
        while size >= 1 {
            for start in stride(from: self.story.steps.count - 1 - size, through: 0, by: -size) {
                var shorter = self.story
                shorter.steps.removeSubrange(start..<start + size)
                _ = try await attempt(shorter, auditedFrom: min(self.audited, max(0, shorter.steps.count - 2)))
            }
            size /= 2
        }
        try await dropRows()
    }

    private mutating func attempt(_ shorter: Story, auditedFrom place: Int) async throws -> Bool {
        guard attempts > 0, !shorter.steps.isEmpty else { return false }
        attempts -= 1
        guard let failure = try await StoryRun.tell(shorter, auditedFrom: place).failure,
            failure.place == shorter.steps.count - 1
        else { return false }
        (story, differences, audited) = (shorter, failure.differences, place)
        return true
    }

    /// Rows about one firm after the other.
    private mutating func dropRows() async throws {
        for firm in story.branch.firms.indices {
            var shorter = story
            for place in shorter.steps.indices {
                guard case .takeIn(var paper) = shorter.steps[place].act else { continue }
                paper.rows.removeAll { $0.firm == firm }
                shorter.steps[place].act = .takeIn(paper)
            }
            _ = try await attempt(shorter, auditedFrom: audited)
        }
    }

    /// The story as somebody would tell it.
    func description(seed: UInt64) -> String {
        var lines = ["seed \(seed), as of \(story.day)"]
        for (place, step) in story.steps.enumerated() {
            if case .takeIn(let paper) = step.act {
                let replaced = paper.replaces.map { ", in place of that of step \($0)" } ?? ""
                lines.append("--- step \(step.number): \(paper.fileName(step.number)), \(paper.day)\(replaced)")
                lines += paper.lines(story.branch, number: step.number)
            } else {
                lines.append("--- step \(step.number): \(step.act)")
            }
            if place >= audited { lines.append("--- audit") }
        }
        return (lines + differences).joined(separator: "\n")
    }
}
