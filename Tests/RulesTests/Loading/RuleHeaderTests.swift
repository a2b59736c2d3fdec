import Postgres
import Register
import TestSupport
import Testing

@testable import Rules

/// The closed schema of rule files: what does not fit is refused with file and line.
@Suite struct RuleHeaderTests {
    /// A change to a rule file that is in order, and where and how it is refused.
    struct Malformed: Sendable, CustomTestStringConvertible {
        let what: String
        let line: String
        let replacement: String
        let place: String
        let words: String
        var testDescription: String { what }
    }

    static let good = """
        -- code: TST-01
        -- title: Judul
        -- title_en: Title
        -- subject: business
        -- strength: established
        -- path: administrative
        -- amount: monthly
        -- cites: UU-24-2011:15(1), PP-86-2013:3(1)a
        -- reads: business
        -- evidence: month, floor
        -- explanation: Bulan {month}
        -- explanation_en: Month {month}, {floor}
        -- question:
        -- question_en:
        -- [tested]
        select 1
        -- [not judged]
        select 2
        -- [violations]
        select 3
        """

    static let cases: [Malformed] =
        [
            ("code", 1), ("title", 2), ("title_en", 3), ("subject", 4), ("strength", 5), ("path", 6), ("amount", 7),
            ("cites", 8), ("reads", 9), ("evidence", 10), ("explanation", 11), ("explanation_en", 12),
        ].map { key, line in
            Malformed(
                what: "missing \(key)", line: lines[line - 1], replacement: "", place: ":1 ",
                words: "lacks the key \(key)")
        } + [
            wrong("an empty title", "-- title: Judul", "-- title:", 2, "lacks the key title"),
            wrong("an unknown key", "-- reads: business", "-- needs: business", 9, "has the unknown key needs"),
            wrong("no question", "-- question:", "", 1, "must give question and question_en"),
            wrong("no English question", "-- question_en:", "", 13, "must give question and question_en"),
            wrong("a question in one language", "-- question:", "-- question: Benar?", 13, "both or neither empty"),
            wrong("a key given twice", "-- question:", "-- title: Lain", 13, "gives title again"),
            wrong(
                "a line without a colon", "-- reads: business", "-- reads business", 9, "is no \"-- key: value\" line"),
            wrong("an unknown subject", "-- subject: business", "-- subject: person", 4, "unknown value for subject"),
            wrong(
                "an unknown strength", "-- strength: established", "-- strength: sure", 5, "unknown value for strength"),
            wrong("an unknown path", "-- path: administrative", "-- path: court", 6, "unknown value for path"),
            wrong("an unknown amount", "-- amount: monthly", "-- amount: yearly", 7, "unknown value for amount"),
            wrong(
                "a correction of data with an amount", "-- path: administrative", "-- path: data-correction", 7,
                "a correction of data owes none"),
            wrong(
                "a code unlike the name", "-- code: TST-01", "-- code: TST-02", 1,
                "has the code TST-02, unlike its name"),
            wrong(
                "a placeholder that is no evidence", "-- explanation: Bulan {month}", "-- explanation: Bulan {cap}", 11,
                "{cap}, which is no evidence column"),
            wrong(
                "an English placeholder that is no evidence", "-- explanation_en: Month {month}, {floor}",
                "-- explanation_en: Month {wage}", 12, "{wage}, which is no evidence column"),
        ]

    static let lines = good.split(separator: "\n").map(String.init)

    private static func wrong(_ what: String, _ line: String, _ replacement: String, _ number: Int, _ words: String)
        -> Malformed
    {
        Malformed(what: what, line: line, replacement: replacement, place: ":\(number) ", words: words)
    }

    private static func rule(_ text: String, name: String = "TST-01") -> SourceText {
        SourceText(name: name, path: "SQL/rules/\(name).sql", text: text)
    }

    @Test func theSampleOfTheseTestsIsInOrder() throws {
        let rule = try Rule(Self.rule(Self.good))
        #expect(rule.header.cites == ["UU-24-2011:15(1)", "PP-86-2013:3(1)a"])
        #expect(rule.header.evidence == ["month", "floor"])
        #expect(rule.header.question == nil)
        #expect(rule.violations == "select 3\n")
    }

    @Test(arguments: cases)
    func isRefused(_ malformed: Malformed) throws {
        let kept = Self.lines.compactMap { line in
            line == malformed.line ? (malformed.replacement.isEmpty ? nil : malformed.replacement) : line
        }
        #expect(kept != Self.lines)
        let fault = #expect(throws: Fault.self) { try Rule(Self.rule(kept.joined(separator: "\n"))) }
        #expect(fault?.code == .ruleMalformed)
        #expect(fault?.message.hasPrefix("SQL/rules/TST-01.sql\(malformed.place)") == true, "\(fault?.message ?? "")")
        #expect(fault?.message.contains(malformed.words) == true, "\(fault?.message ?? "")")
    }

    @Test(arguments: ["tested", "not judged", "violations"])
    func aMissingPartIsNamed(_ part: String) throws {
        let text = Self.lines.filter { $0 != "-- [\(part)]" }.joined(separator: "\n")
        let fault = #expect(throws: Fault.self) { try Rule(Self.rule(text)) }
        #expect(fault?.code == .ruleMalformed)
        #expect(fault?.message == "SQL/rules/TST-01.sql has no part [\(part)].")
    }

    @Test func quotesAndBackslashesReachTheFrozenHeader() async throws {
        let title = #"Upah "pokok" \ tunjangan"#
        let rule = try Rule(Self.rule(Self.good.replacing("-- title: Judul", with: "-- title: \(title)")))
        let stored = try await TestDatabase.connected { database in
            try await database.run { try $0.value("select \(rule.headerJSON)::jsonb ->> 'title'", as: String.self) }
        }
        #expect(stored == title)
    }
}
