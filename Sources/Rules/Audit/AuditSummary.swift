public import Postgres

/// What an audit run found, in numbers.
public struct AuditSummary: Sendable {
    /// One rule's part.
    public struct RuleResult: Sendable {
        /// The rule.
        public let header: RuleHeader
        /// Subjects that were judged.
        public let tested: Int
        /// Subjects in breach.
        public let violations: Int
        /// Businesses in breach.
        public let businesses: Int
        /// Sum of the amounts in rupiah.
        public let amount: Int64
    }

    /// What could not be judged for one reason.
    public struct NotJudged: Sendable {
        /// The rule.
        public let rule: String
        /// Reason code.
        public let reason: String
        /// How many subjects.
        public let subjects: Int
        /// In how many businesses.
        public let businesses: Int
    }

    /// Number of the run; nil after a dry run.
    public var run: Int?
    /// Name of the office.
    public let office: String
    /// The legal date.
    public let asOf: CalendarDate
    /// Hash of the rules.
    public let ruleSet: String
    /// Results by rule.
    public var rules: [RuleResult] = []
    /// What could not be judged.
    public var notJudged: [NotJudged] = []
    /// Findings that were not there before.
    public var new = 0
    /// Findings whose amount or evidence changed.
    public var changed = 0
    /// Findings that had been resolved and are back.
    public var reopened = 0
    /// Findings that are gone.
    public var resolved = 0
    /// Findings that are gone because their rule could not be judged; not the same as resolved.
    public var unjudged = 0
    /// Employers of which something else is said than before, be it only what could not be judged.
    public var differing = 0

    /// Decisions of people on the open findings.
    public var decisions = DecisionCount()

    /// All findings.
    public var findings: Int { rules.reduce(0) { $0 + $1.violations } }
}
