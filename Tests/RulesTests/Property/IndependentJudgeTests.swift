import Testing

/// What the rules say of random registers, against an auditor who applies the law by hand.
///
/// Each firm with its lists, bills and payments is a register of its own; one office has many, so that they come in with one
/// import. A failure prints the smallest case that still fails, as the files that an auditor would have.
@Suite struct IndependentJudgeTests {
    static let firms = 130

    /// `PATUH_SEEDS=7` or `PATUH_SEEDS=100-400` in the environment: other seeds than the usual ones.
    static let seeds = ThrownSeeds.named("PATUH_SEEDS", usually: 1...24)

    @Test(arguments: seeds)
    func theDatabaseAgreesWithAnAuditorByHand(_ seed: UInt64) async throws {
        let branch = BranchDice.branch(seed: seed, firms: Self.firms)
        let (failure, lines) = try await Disagreement.find(branch)
        #expect(lines > Self.firms, "nothing was judged")
        guard let failure else { return }
        let smallest = try await SmallestCase(branch, failure)
        Issue.record("\(smallest.description(seed: seed))")
    }
}
