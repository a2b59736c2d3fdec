import Inspections
import Postgres
import Register
import Reporting
import Rules
import TestSupport
import Testing

/// The reports on the sample branch as tables, whole.
@Suite struct ReportGoldenTests {
    private static let month = CalendarDate(iso: "2026-12-01") ?? .earliest
    private static let madeOn = CalendarDate(iso: "2026-11-16") ?? .earliest

    @Test(arguments: [Language.indonesian, .english])
    func branch(_ language: Language) async throws {
        try await expect("branch", language, is: "report-branch-\(language.rawValue).txt")
    }

    @Test(arguments: ["01483995", "6112.201510.000002"])
    func employer(_ code: String) async throws {
        try await expect("employer", .indonesian, business: code, is: "report-employer-\(code).txt")
    }

    @Test func plan() async throws {
        try await expect("plan", .indonesian, planned: true, is: "report-plan.txt")
    }

    @Test func coverage() async throws {
        try await expect("coverage", .english, is: "report-coverage.txt")
    }

    /// What an audit run says of itself, and not only what it stored.
    @Test func audit() async throws {
        let report = try await TestDatabase.connected(PatuhTemplates.imported) { database in
            let summary = try await database.run {
                try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: PatuhTemplates.asOf), session: $0)
            }
            return try AuditReport.build(summary, try Samples.catalogue(.indonesian))
        }
        try Golden.expect(try Self.table(report, .indonesian), is: "report-audit.txt")
    }

    /// Sintang, Banjar and Kalimantan Barat do not follow from their own counts; 100.93 % does, and stays.
    @Test func publishedCoverageIsRecomputed() async throws {
        let report = try await build("coverage", .english)
        let section = try #require(report.sections.first)
        let index = { (key: String) in try #require(section.columns.firstIndex { $0.key == key }) }
        let (region, verdict, published, recomputed) = try (
            index("region"), index("verdict"), index("published"), index("recomputed")
        )
        let words = try Samples.catalogue(.english)
        let doesNotFollow = Cell.word(
            code: "does_not_follow", text: try words.text("value.verdict.does_not_follow"))
        let flagged = section.rows.filter { $0[verdict] == doesNotFollow }
        #expect(flagged.map { $0[region] } == [.text("61"), .text("61.05"), .text("63.03")])
        let kayong = try #require(section.rows.first { $0[region] == .text("61.11") })
        #expect(kayong[published] == .percent("100.93"))
        #expect(kayong[recomputed] == .percent("100.93"))
        let follows = Cell.word(code: "follows", text: try words.text("value.verdict.follows"))
        #expect(kayong[verdict] == follows)
    }

    private func expect(
        _ name: String, _ language: Language, business: String? = nil, planned: Bool = false, is file: String
    ) async throws {
        let report = try await build(name, language, business: business, planned: planned)
        try Golden.expect(try Self.table(report, language), is: file)
    }

    private func build(
        _ name: String, _ language: Language, business: String? = nil, planned: Bool = false
    ) async throws -> Report {
        let catalogue = try Samples.catalogue(language)
        return try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                try Actor.sign(session, as: "penguji")
                if planned {
                    try PlanStore.make(PlanRequest(month: Self.month, madeOn: Self.madeOn), session: session) { _, _ in
                    }
                }
                let office = try Office.find(nil, in: session)
                let scope = ReportScope(
                    office: office, business: try business.map { try Business.find($0, of: office, in: session) },
                    month: Self.month)
                return try ReportBuilder(PatuhTemplates.resources, catalogue: catalogue)
                    .build(name, scope: name == "coverage" ? nil : scope, session: session)
            }
        }
    }

    private static func table(_ report: Report, _ language: Language) throws -> String {
        Samples.text(try TableRenderer(try Samples.catalogue(language)).render(report))
    }
}
