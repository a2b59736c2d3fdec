import FoundationEssentials
import Testing

/// An audit that judges only whom something new speaks of leaves what an audit of everybody would.
///
/// Stories are thrown: files of every kind come in, are corrected and taken back, people decide who is who, entries come by
/// phone, the law and the rules change. After each step the office audits, and then everybody is judged once more, which must
/// find nothing else. A failure prints the shortest story that still fails.
@Suite struct PartialRunTests {
    /// `PATUH_STORIES=7` or `PATUH_STORIES=100-400` in the environment: other seeds than the usual ones.
    static let seeds = ThrownSeeds.named("PATUH_STORIES", usually: 1...3)

    /// The lists that the office begins with.
    private static let beginning = 6

    @Test(arguments: seeds)
    func aRunOfSomeLeavesWhatARunOfAllWould(_ seed: UInt64) async throws {
        let story = StoryDice.story(seed: seed, firms: 30, steps: Self.beginning + 34)
        let run = try await StoryRun.tell(story, auditedFrom: Self.beginning - 1)
        if let failure = run.failure {
            let shortest = try await ShortestStory(story, auditedFrom: Self.beginning - 1, failure)
            Issue.record("\(shortest.description(seed: seed))")
            return
        }
        // Otherwise it would pass by judging everybody each time.
        #expect(run.count.partial * 2 > run.count.runs, "\(run.count)")
        #expect(run.count.small * 3 > run.count.runs, "\(run.count)")
    }
}
