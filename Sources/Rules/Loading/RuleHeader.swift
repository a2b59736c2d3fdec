public import Register

/// What a rule says of itself: the `-- key: value` lines at the top of its file.
///
/// A closed schema.
public struct RuleHeader: Sendable {
    /// What a finding of the rule is about.
    public enum Subject: String, Sendable {
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
    public enum Path: String, Sendable {
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
    public enum Amount: String, Sendable {
        /// The contribution of one month.
        case monthly
        /// A sum that is owed.
        case arrears
        /// No money: the breach changes no contribution.
        case none
    }

    /// Code of the rule, such as `IUR-01`.
    public let code: String
    /// Title in Indonesian and English.
    public let title: Bilingual
    /// What a finding is about.
    public let subject: Subject
    /// How far a finding may go at most.
    public let strength: Strength
    /// True when the evidence may show less: each violation then says its own strength.
    public let strengthVaries: Bool
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

    private static let keys = [
        "code", "title", "title_en", "subject", "strength", "path", "amount", "cites", "reads", "evidence",
        "explanation", "explanation_en", "question", "question_en",
    ]

    /// Reads the header of a rule file.
    ///
    /// - Throws: ``Fault`` with `ruleMalformed`, naming file and line.
    public init(_ source: SourceText) throws {
        var values: [String: String] = [:]
        var lines: [String: Int] = [:]
        for (index, line) in source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("-- "), !line.hasPrefix("-- [") else { break }
            guard let colon = line.firstIndex(of: ":") else {
                throw Self.malformed(source, line: index + 1, "is no \"-- key: value\" line")
            }
            let key = String(line[line.index(line.startIndex, offsetBy: 3)..<colon])
            guard Self.keys.contains(key) else {
                throw Self.malformed(source, line: index + 1, "has the unknown key \(key)")
            }
            guard values[key] == nil else { throw Self.malformed(source, line: index + 1, "gives \(key) again") }
            lines[key] = index + 1
            values[key] = line[line.index(after: colon)...].split(separator: " ").joined(separator: " ")
        }
        func malformed(_ key: String, _ what: String) -> Fault { Self.malformed(source, line: lines[key] ?? 1, what) }
        func value(_ key: String) throws -> String {
            guard let value = values[key], !value.isEmpty else { throw malformed(key, "lacks the key \(key)") }
            return value
        }
        func choice<T: RawRepresentable>(_ key: String, _ type: T.Type) throws -> T where T.RawValue == String {
            guard let choice = T(rawValue: try value(key)) else {
                throw malformed(key, "has an unknown value for \(key)")
            }
            return choice
        }
        func list(_ key: String) throws -> [String] {
            try value(key).split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        }
        code = try value("code")
        guard code == source.name else { throw malformed("code", "has the code \(code), unlike its name") }
        title = Bilingual(indonesian: try value("title"), english: try value("title_en"))
        subject = try choice("subject", Subject.self)
        let strengths = try list("strength").map(Strength.init(rawValue:))
        guard case let strongest?? = strengths.first,
            strengths.allSatisfy({ $0 != nil && $0 ?? strongest <= strongest })
        else { throw malformed("strength", "has an unknown value for strength, or not the strongest first") }
        strength = strongest
        strengthVaries = strengths.count > 1
        path = try choice("path", Path.self)
        amount = try choice("amount", Amount.self)
        cites = try list("cites")
        reads = try list("reads")
        evidence = try list("evidence")
        explanation = Bilingual(indonesian: try value("explanation"), english: try value("explanation_en"))
        guard let question = values["question"], let inEnglish = values["question_en"],
            question.isEmpty == inEnglish.isEmpty
        else { throw malformed("question", "must give question and question_en, both or neither empty") }
        self.question = question.isEmpty ? nil : Bilingual(indonesian: question, english: inEnglish)
        for key in ["explanation", "explanation_en"] {
            let text = try value(key)
            for name in Bilingual(indonesian: text, english: "").placeholders.sorted() where !evidence.contains(name) {
                throw malformed(key, "explains with {\(name)}, which is no evidence column")
            }
        }
    }

    private static func malformed(_ source: SourceText, line: Int, _ what: String) -> Fault {
        Fault(.ruleMalformed, "\(source.path):\(line) \(what).", hint: "SQL/rules/README.md describes rule files.")
    }
}
