import FoundationEssentials
import Postgres
import Register
import TestSupport
import Testing

@testable import Rules

/// Each check on the shipped law with one thing spoilt: the fault is told with file and line, and nothing else.
@Suite struct LawVerificationTests {
    /// A change, and the one problem that it brings.
    struct Case: Sendable, CustomTestStringConvertible {
        let check: String
        let words: String
        var severity = LawProblem.Severity.error
        var day = "2026-10-31"
        /// Spoils the folder and tells where: file below SQL, and line.
        let spoil: @Sendable (RuleFolder) throws -> (String, Int)
        var testDescription: String { "\(check): \(words)" }
    }

    private static let parameters = "parameters/parameters.csv"
    private static let deadlines = "parameters/deadlines.csv"
    private static let settings = "parameters/settings.csv"
    private static let citations = "parameters/citations.csv"

    private static func add(
        _ row: String, to file: String, check: String, _ words: String, _ severity: LawProblem.Severity = .error
    ) -> Case {
        Case(check: check, words: words, severity: severity) { (file, try $0.append(row + "\n", to: file)) }
    }

    static let cases: [Case] = [
        Case(check: "header", words: "unknown value for path") {
            try $0.edit("REG-02", "-- path: administrative", "-- path: court")
            return ("rules/REG-02.sql", 6)
        },
        Case(check: "header", words: "has no part [tested]") {
            try $0.edit("REG-02", "-- [tested]", "--[tested]")
            return ("rules/REG-02.sql", 1)
        },
        Case(check: "citation", words: "cites UU-99-2099:1, which is not in citations.csv") {
            try $0.edit("REG-02", "PERPRES-82-2018:13(1)", "UU-99-2099:1")
            return ("rules/REG-02.sql", 8)
        },
        Case(check: "citation", words: "cites UU-24-2011:19(1), which belongs to the path collection") {
            try $0.edit("REG-02", "PERPRES-82-2018:13(1)", "UU-24-2011:19(1)")
            return ("rules/REG-02.sql", 8)
        },
        add(
            "x,2014-01-01,,1,days,UU-99-2099:1,verified,2026-11-19,", to: parameters, check: "citation",
            "cites UU-99-2099:1"),
        add("x,2014-01-01,,1,days,,verified,2026-11-19,", to: parameters, check: "citation", "x cites no article"),
        add(
            "X,2014-01-01,,1,working,surat,UU-99-2099:1,verified,2026-11-19,", to: deadlines, check: "citation",
            "cites UU-99-2099:1"),
        add(
            "UU-99-2099:1,UU 99,Pasal 1,a,b,,verified,2026-11-19,", to: citations, check: "citation",
            "cites UU-99-2099:1", .warning),
        add("x,2014-01-01,,1,days,PP-86-2013:7,verified,2026-11-19", to: parameters, check: "row", "as many fields"),
        add("x,2014-01-01,,1,,PP-86-2013:7,verified,2026-11-19,", to: parameters, check: "row", "lacks its unit"),
        add("x,2014-01-01,,1.5,days,PP-86-2013:7,verified,2026-11-19,", to: parameters, check: "row", "whole number"),
        add("x,2014-01-32,,1,days,PP-86-2013:7,verified,2026-11-19,", to: parameters, check: "row", "valid_from"),
        add("x,2014-01-01,soon,1,days,PP-86-2013:7,verified,2026-11-19,", to: parameters, check: "row", "valid_to"),
        add(
            "x,2014-01-01,2014-01-01,1,days,PP-86-2013:7,verified,2026-11-19,", to: parameters, check: "row",
            "not after its first day"),
        add("x,2014-01-01,,1,days,PP-86-2013:7,sure,2026-11-19,", to: parameters, check: "row", "confidence \"sure\""),
        add("x,2014-01-01,,1,days,PP-86-2013:7,choice,2026-11-19,", to: parameters, check: "row", "\"choice\""),
        add("x,2014-01-01,,1,days,PP-86-2013:7,verified,,", to: parameters, check: "row", "verified_on"),
        add("x,2014-01-01,,1,choice,2026-11-19,", to: settings, check: "row", "lacks its note"),
        add("X,2014-01-01,,1,working,,PP-86-2013:7,verified,2026-11-19,", to: deadlines, check: "row", "its starts"),
        add(
            "PP-86-2013:7,PP 86,Pasal 7,a,b,,verified,2026-11-19,", to: citations, check: "row",
            "PP-86-2013:7 again, after line 12"),
        Case(check: "overlap", words: "wage_cap from 2019-12-31 overlaps line 8, which holds up to 2020-01-01") {
            try $0.edit(file: parameters, "wage_cap,2020-01-01", "wage_cap,2019-12-31")
            return (parameters, 9)
        },
        add(
            "due_day,2027-01-01,,15,day_of_month,PERPRES-82-2018:39,verified,2026-11-19,", to: parameters,
            check: "overlap", "overlaps line 12, which holds without end"),
        Case(check: "gap", words: "wage_cap has no row from 2020-01-01 until 2020-01-02") {
            try $0.edit(file: parameters, "wage_cap,2020-01-01", "wage_cap,2020-01-02")
            return (parameters, 9)
        },
        add(
            "TEGURAN_1,2010-01-01,2013-12-23,10,working,surat diterima,PP-86-2013:6,verified,2026-11-19,",
            to: deadlines, check: "gap", "TEGURAN_1 has no row from 2013-12-23 until 2013-12-24"
        ).at(deadlines, 5),
        Case(check: "in-force", words: "asks for the parameter worker_rate, of which no row", day: "2027-01-01") {
            try $0.edit(file: parameters, "worker_rate,2015-07-01,,", "worker_rate,2015-07-01,2027-01-01,")
            return ("functions/law_contribution.sql", 51)
        },
        Case(check: "in-force", words: "asks for the parameter late_fine, which is not in parameters.csv") {
            (
                "rules/IUR-01.sql",
                try $0.edit("IUR-01", "min(u.month) as since,", "law.parameter('late_fine', d) as since,")
            )
        },
        Case(check: "scenario", words: "no scenario tests the rule TST-01", severity: .warning) {
            let text = try SourceText(path: $0.resources.sql + "/rules/IUR-01.sql").text
            try $0.write(text.replacing("code: IUR-01", with: "code: TST-01"), to: "rules/TST-01.sql")
            return ("rules/TST-01.sql", 1)
        },
        Case(check: "age", words: "parameter x was last verified on 2026-04-30, more than 6", severity: .warning) {
            let row = "x,2014-01-01,,1,days,PP-86-2013:7,verified,2026-04-30,\n"
            return (parameters, try $0.append(row, to: parameters))
        },
        Case(check: "age", words: "has no setting law_max_age_months in force") {
            try $0.edit(file: settings, "law_max_age_months,2014", "law_max_age_months,2030")
            return (settings, 1)
        },
        add(
            "x,2014-01-01,,1,days,PP-86-2013:7,memory,2026-11-19,", to: parameters, check: "confidence",
            "parameter x from 2014-01-01 has the confidence memory", .warning),
    ]

    private static func problems(_ resources: Resources, _ day: String) throws -> [LawProblem] {
        try LawVerification(resources).files(on: try #require(CalendarDate(iso: day)))
    }

    @Test(arguments: cases)
    func theOneProblemIsToldWithItsPlace(_ spoilt: Case) throws {
        try RuleFolder.with { folder in
            let before = try Self.problems(folder.resources, spoilt.day)
            let (file, line) = try spoilt.spoil(folder)
            let new = try Self.problems(folder.resources, spoilt.day).filter { !before.contains($0) }
            #expect(new.count == 1, "\(new)")
            #expect(new.first?.check == spoilt.check)
            #expect(new.first?.severity == spoilt.severity)
            #expect(new.first?.path == "\(folder.resources.sql)/\(file)")
            #expect(new.first?.line == line)
            #expect(new.first?.message.contains(spoilt.words) == true, "\(new.first?.message ?? "")")
        }
    }

    @Test(arguments: ["2024-07-01", "2026-10-31", "2027-12-31"])
    func theShippedLawHasNoError(_ day: String) throws {
        #expect(try Self.problems(PatuhTemplates.resources, day).filter { $0.severity == .error } == [])
    }

    @Test func everyProblemIsToldAndNotOnlyTheFirst() throws {
        try RuleFolder.with { folder in
            try folder.edit("REG-02", "-- path: administrative", "-- path: court")
            try folder.edit("REG-02", "-- subject: worker", "-- about: worker")
            try folder.edit("IUR-01", "UU-24-2011:19(1)", "UU-99-2099:1")
            try folder.edit(file: Self.parameters, "wage_cap,2020-01-01", "wage_cap,2019-12-31")
            let errors = try Self.problems(folder.resources, "2026-10-31").filter { $0.severity == .error }
            let places = errors.map { "\($0.path.dropFirst(folder.resources.sql.count + 1)):\($0.line) \($0.check)" }
            #expect(
                places == [
                    "parameters/parameters.csv:9 overlap", "rules/IUR-01.sql:8 citation", "rules/REG-02.sql:1 header",
                    "rules/REG-02.sql:4 header", "rules/REG-02.sql:6 header",
                ])
        }
    }

    @Test func whatNobodyLookedUpForMonthsIsWarnedOf() throws {
        let warned = try Self.problems(PatuhTemplates.resources, "2028-01-01").filter { $0.check == "age" }
        let book = try LawBook(PatuhTemplates.resources)
        #expect(warned.count == book.allRows.count { $0.confidence != "choice" })
        #expect(warned.allSatisfy { $0.severity == .warning })
    }
}

extension LawVerificationTests.Case {
    /// The same case, told at another place than where it was spoilt.
    fileprivate func at(_ file: String, _ line: Int) -> Self {
        Self(check: check, words: words, severity: severity, day: day) { folder in
            _ = try spoil(folder)
            return (file, line)
        }
    }
}
