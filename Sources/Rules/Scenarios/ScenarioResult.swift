/// What came of a scenario.
public struct ScenarioResult: Sendable {
    /// Lines that only one side has.
    public struct Difference: Sendable, Hashable {
        /// Expected, but not found.
        public let missing: [Scenario.Line]
        /// Found, but not expected.
        public let unexpected: [Scenario.Line]

        init(expected: [Scenario.Line], found: [Scenario.Line]) {
            missing = Self.rest(of: expected, without: found)
            unexpected = Self.rest(of: found, without: expected)
        }

        /// True when both sides say the same.
        public var isEmpty: Bool { missing.isEmpty && unexpected.isEmpty }

        private static func rest(of lines: [Scenario.Line], without others: [Scenario.Line]) -> [Scenario.Line] {
            var others = others
            return lines.filter { line in
                guard let index = others.firstIndex(of: line) else { return true }
                others.remove(at: index)
                return false
            }
        }
    }

    /// The scenario.
    public let scenario: Scenario
    /// Why it could not be run; empty when it was.
    public var flaws: [String] = []
    /// Where the findings differ.
    public var findings = Difference(expected: [], found: [])
    /// Where their arithmetic differs.
    public var money = Difference(expected: [], found: [])
    /// Where what could not be judged differs.
    public var notJudged = Difference(expected: [], found: [])

    /// True when it ran and everything is as expected.
    public var isPassed: Bool { flaws.isEmpty && findings.isEmpty && money.isEmpty && notJudged.isEmpty }
}
