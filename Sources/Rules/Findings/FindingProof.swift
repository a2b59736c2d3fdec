public import Postgres

/// A finding as a proof: rule and articles, evidence, arithmetic, sources, and the run that found it.
public struct FindingProof: Sendable {
    /// One evidence column with its value.
    public struct Evidence: Sendable {
        /// Column of the rule.
        public let name: String
        /// Value as text; nil when the rule had none.
        public let value: String?
    }

    /// One month of the arithmetic, in whole rupiah; nil where it does not apply.
    public struct MoneyLine: Sendable {
        /// The month.
        public let month: CalendarDate
        /// Wage from the evidence.
        public let wage: Int64?
        /// Contribution base.
        public let base: Int64?
        /// Employer share.
        public let employerShare: Int64?
        /// Worker share.
        public let workerShare: Int64?
        /// Contribution due or billed.
        public let due: Int64
        /// Bill of the month, where the rule tells it apart.
        public let billed: Int64?
        /// Paid, or already charged.
        public let paid: Int64
        /// Short.
        public let short: Int64
        /// How the month counts; names the text `explain.line.*` that says so.
        public let status: String?
    }

    /// A row of a file that the proof rests on.
    public struct Source: Sendable {
        /// What the row is: bill, payment, enrolment, wlkp, bpjstk_wage, jkn.
        public let kind: String
        /// File name.
        public let file: String
        /// Batch.
        public let batch: Int
        /// Line in the file.
        public let line: Int
    }

    /// An article that the rule cites.
    public struct Citation: Sendable {
        /// Law or regulation.
        public let instrument: String
        /// Article and paragraph.
        public let article: String
        /// What it says, in Indonesian and English.
        public let summary: Bilingual
        /// How sure we are of the text.
        public let confidence: String
    }

    /// Printed number, such as `F-000123`.
    public let code: String
    /// Rule, its titles and its question.
    public let rule: String
    /// Title of the rule.
    public let title: Bilingual
    /// The finding in a sentence, with `{column}` for evidence.
    public let explanation: Bilingual
    /// What a person must ask.
    public let question: Bilingual?
    /// indication, presumption or established.
    public let strength: String
    /// Name of the business.
    public let business: String
    /// Number of the business.
    public let businessCode: String
    /// Regency of the business.
    public let regency: String?
    /// Name of the worker, for findings on workers.
    public let worker: String?
    /// Masked NIK of the worker.
    public let nik: String?
    /// Amount in whole rupiah; nil when it could not be judged.
    public let amount: Int64?
    /// `monthly`, `arrears`, `included`, `refund` or `none`.
    public let amountKind: String
    /// Evidence in the order of the rule.
    public let evidence: [Evidence]
    /// Arithmetic by month.
    public let money: [MoneyLine]
    /// Rows the proof rests on.
    public let sources: [Source]
    /// Articles, the breached duty first.
    public let citations: [Citation]
    /// Run from which this version holds.
    public let run: Int
    /// Legal date of that run.
    public let asOf: CalendarDate
    /// Hash of the rule file.
    public let ruleHash: String
    /// Hash of the proof.
    public let sha256: String
    /// True while the newest run still finds it.
    public let isOpen: Bool
    /// True when it is gone because its rule could not be judged any more.
    public let isUnjudged: Bool
    /// What people have decided about it, the oldest first.
    public let decisions: [FindingDecision]
}
