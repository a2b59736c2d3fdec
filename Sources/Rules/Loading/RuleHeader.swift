public import Register

/// What a rule says of itself: the `-- key: value` lines at the top of its file.
///
/// A closed schema.
public struct RuleHeader: Sendable {
    /// What a finding of the rule is about.
    public enum Subject: String, Sendable, CaseIterable {
        /// An employer.
        case business
        /// One worker of an employer.
        case worker
    }

    /// How far a finding may go: a letter accuses on `established`, asks on `presumption`, and never mentions an `indication`.
    public enum Strength: String, Sendable, CaseIterable, Comparable {
        /// A sign worth looking at.
        case indication
        /// Likely, open to rebuttal.
        case presumption
        /// Shown by the evidence.
        case established

        /// Weaker before stronger.
        public static func < (left: Self, right: Self) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    /// Which sanctions may follow; the legal paths stay apart (PP 86/2013 is not for pure arrears).
    public enum Path: String, Sendable, CaseIterable {
        /// Warnings, the 0.1 % fine and denial of public services.
        case administrative
        /// Billing, examination and the state attorney.
        case collection
        /// Report to investigators.
        case criminalReferral = "criminal-referral"
        /// Referral to the labour inspector.
        case labourNorm = "labour-norm"
        /// Correction of data, no violation.
        case dataCorrection = "data-correction"
    }

    /// What the amount of a finding is.
    public enum Amount: String, Sendable, CaseIterable {
        /// The contribution of one month.
        case monthly
        /// A sum that is owed.
        case arrears
        /// No money is at stake.
        case none
        /// Part of what another rule counts: shown, and never added up.
        case included
        /// What the employer owes its workers, not BPJS: shown, and added to no contribution.
        case refund
    }

    /// Code of the rule, such as `IUR-01`.
    public let code: String
    /// Title in Indonesian and English.
    public let title: Bilingual
    /// What a finding is about.
    public let subject: Subject
    /// How far a finding may go, the strongest first; with several each violation says its own.
    public let strengths: [Strength]
    /// Which sanctions may follow.
    public let path: Path
    /// What the amount is.
    public let amount: Amount
    /// Codes of the articles, the breached duty first.
    public let cites: [String]
    /// Work tables the rule reads.
    public let reads: [String]
    /// Evidence columns, in the order shown.
    public let evidence: [String]
    /// The finding in a sentence.
    public let explanation: Bilingual
    /// What a person must ask where the law needs judgement.
    public let question: Bilingual?

    /// How far a finding may go at most.
    public var strength: Strength { strengths.max() ?? .indication }
    /// True when the evidence may show less than the most: each violation then says its own strength.
    public var strengthVaries: Bool { strengths.count > 1 }

    /// Reads the header of a rule file.
    ///
    /// - Throws: ``Fault`` with `ruleMalformed`, naming file and line of the first flaw.
    public init(_ source: SourceText) throws {
        var reading = HeaderReading(source)
        guard let header = Self(&reading, name: source.name) else {
            let flaw = reading.flaws.first ?? HeaderReading.Flaw(line: 1, what: "is no rule")
            throw Fault(
                .ruleMalformed, "\(source.path):\(flaw.line) \(flaw.what).",
                hint: "SQL/rules/README.md describes rule files.")
        }
        self = header
    }

    /// Takes what was read; nil when there is any flaw, all of which are in the reading then.
    init?(_ reading: inout HeaderReading, name: String) {
        let code = reading.value("code")
        if let code, code != name { reading.note("code", "has the code \(code), unlike its name") }
        let titles = (reading.value("title"), reading.value("title_en"))
        let subject = reading.choice("subject", Subject.self)
        let strengths = reading.list("strength").map(Strength.init(rawValue:))
        let isOrdered = strengths.first.map { strongest in
            strengths.allSatisfy { strength in
                guard let strongest, let strength else { return false }
                return strength <= strongest
            }
        }
        if reading.value("strength") != nil, isOrdered != true {
            reading.note("strength", "has an unknown value for strength, or not the strongest first")
        }
        let path = reading.choice("path", Path.self)
        let amount = reading.choice("amount", Amount.self)
        if path == .dataCorrection, let amount, amount != .none {
            reading.note("amount", "asks for money, but a correction of data owes none")
        }
        for key in ["cites", "reads", "evidence"] { _ = reading.value(key) }
        let explanations = (reading.value("explanation"), reading.value("explanation_en"))
        let evidence = reading.list("evidence")
        for (key, text) in [("explanation", explanations.0), ("explanation_en", explanations.1)] {
            let names = Bilingual(indonesian: text ?? "", english: "").placeholders
            for name in names.sorted() where !evidence.contains(name) {
                reading.note(key, "explains with {\(name)}, which is no evidence column")
            }
        }
        let questions = (reading.values["question"], reading.values["question_en"])
        if questions.0 == nil || questions.1 == nil || questions.0?.isEmpty != questions.1?.isEmpty {
            reading.note("question", "must give question and question_en, both or neither empty")
        }
        guard reading.flaws.isEmpty, let code, let title = titles.0, let titleInEnglish = titles.1, let subject,
            let path, let amount, let explanation = explanations.0, let explanationInEnglish = explanations.1,
            let question = questions.0, let questionInEnglish = questions.1
        else { return nil }
        self.code = code
        self.title = Bilingual(indonesian: title, english: titleInEnglish)
        self.subject = subject
        self.strengths = strengths.compactMap(\.self)
        self.path = path
        self.amount = amount
        cites = reading.list("cites")
        reads = reading.list("reads")
        self.evidence = evidence
        self.explanation = Bilingual(indonesian: explanation, english: explanationInEnglish)
        self.question = question.isEmpty ? nil : Bilingual(indonesian: question, english: questionInEnglish)
    }
}
