import Postgres
import TestSupport
import Testing

@testable import Register

/// What programs and people do to tables that were meant otherwise.
@Suite struct HabitTests {
    /// The figure of each row that came in, by import kind.
    private static let figures: [ImportKind: String] = [
        .workers: "select wage::text from register.roster_line order by line",
        .bills: "select amount::text from register.bill order by line",
        .payments: "select bank || ' ' || amount from register.payment order by line",
        .wlkp: "select workers::text from register.headcount order by line",
    ]

    @Test(arguments: Scenarios.table("imports/habits.csv"))
    func `a table is read as it was meant, or refused`(row: ScenarioRow) async throws {
        let kind = try #require(try ImportKind(rawValue: row["kind"]))
        let text = try row["text"].split(separator: "|").joined(separator: "\n") + "\n"
        let expected = try row["outcome"]
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                var told: String
                do {
                    let outcome = try office.imports(
                        kind, text: text, asOf: kind == .workers ? "2026-10-31" : nil,
                        employer: kind == .workers ? "90000001" : nil)
                    let figures = try office.lines(#require(Self.figures[kind]))
                    told =
                        outcome.rejected == 0
                        ? "accepted \(outcome.accepted): \(figures.joined(separator: " "))"
                        : "refused \(Set(outcome.rejects.map(\.code)).sorted().joined(separator: " "))"
                } catch let fault as Fault {
                    told = fault.code.description
                }
                #expect(told == expected)
            }
        }
    }

    @Test(
        arguments: Scenarios.table("imports/habits.csv").filter { $0.text.contains("swallowed_rows") }, ["\r", "\r\n"])
    func `quotes that take rows are seen whatever ends the lines`(row: ScenarioRow, lineEnd: String) async throws {
        let kind = try #require(try ImportKind(rawValue: row["kind"]))
        let text = try row["text"].split(separator: "|").joined(separator: lineEnd) + lineEnd
        let outcome = try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try TestOffice(session).imports(kind, text: text, asOf: "2026-10-31", employer: "90000001")
            }
        }
        #expect(outcome.rejects.map(\.code).contains("swallowed_rows"))
    }

    @Test func `days that a spreadsheet has exchanged are not taken`() async throws {
        // 46063 is 10 February, 46244 10 August: what becomes of 2/10 and 8/10 where months come first.
        let rows = """
            <row><c t="str"><v>NIK</v></c><c t="str"><v>Nama</v></c><c t="str"><v>Upah</v></c><c t="str"><v>Mulai Bekerja</v></c></row>
            \(Self.worker(1, #"<c s="1"><v>46063</v></c>"#))\(Self.worker(2, #"<c t="str"><v>15/10/2026</v></c>"#))
            \(Self.worker(3, #"<c s="1"><v>46244</v></c>"#))\(Self.worker(4, #"<c t="str"><v>31/10/2026</v></c>"#))
            """
        try await importing(rows) { office, path in
            let fault = #expect(throws: Fault.self) {
                _ = try office.imports(.workers, file: path, asOf: "2026-10-31", employer: "90000001")
            }
            #expect(fault?.code == .dateOrderDoubtful)
            let outcome = try office.imports(
                .workers, file: path, asOf: "2026-10-31", employer: "90000001", dateOrder: .dayMonthYear)
            #expect(outcome.accepted == 4)
        }
    }

    @Test func `a formula that nobody has computed is no blank`() async throws {
        let rows = """
            <row><c t="str"><v>NIK</v></c><c t="str"><v>Nama</v></c><c t="str"><v>Gaji Pokok</v></c><c t="str"><v>Tunjangan Tetap</v></c></row>
            \(Self.worker(1, "<c><f>C2*0.25</f><v></v></c>"))\(Self.worker(2, "<c><f>C3*0.25</f><v>750000</v></c>"))
            """
        try await importing(rows) { office, path in
            let outcome = try office.imports(
                .workers, file: path, asOf: "2026-10-31", acceptValid: true, employer: "90000001")
            #expect(outcome.rejects.map(\.code) == ["open_formula"])
            #expect(outcome.accepted == 1)
        }
    }

    private static func worker(_ number: Int, _ last: String) -> String {
        "<row><c t=\"str\"><v>617101410190900\(number)</v></c><c t=\"str\"><v>Ani</v></c><c><v>3000000</v></c>\(last)</row>"
    }

    private func importing(_ rows: String, _ body: @escaping @Sendable (TestOffice, String) throws -> Void) async throws
    {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let path = office.folder.path + "/gaji.xlsx"
                try TestWorkbook(rows: rows, formats: "<cellXfs count=\"2\"><xf/><xf numFmtId=\"14\"/></cellXfs>")
                    .write(
                        to: path)
                try body(office, path)
            }
        }
    }
}
