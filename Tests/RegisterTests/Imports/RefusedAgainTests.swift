import Postgres
import TestSupport
import Testing

@testable import Register

/// A file of refused rows that comes back as it was written says nothing new: no row of it may come in.
@Suite struct RefusedAgainTests {
    /// The headings of a kind, and a row that is taken.
    private static let tables: [ImportKind: [(heading: String, value: String)]] = [
        .workers: [
            ("NIK", "6171014101909001"), ("Nama", "Ani"), ("No KK", ""), ("Tanggal Lahir", ""), ("Jenis Kelamin", ""),
            ("Upah", "3000000"), ("Nomor KPJ", ""), ("Nomor Pegawai", ""), ("Jabatan", "Staf"), ("NPWP", ""),
        ],
        .bills: [
            ("Kode Badan Usaha", "90000001"), ("Bulan", "2026-09"), ("Jumlah Peserta", "7"),
            ("Jumlah Tagihan", "1000000"), ("Jatuh Tempo", "10-10-2026"),
        ],
    ]

    @Test(arguments: [ImportKind.workers, .bills], ["", "date1904=\"1\""])
    func `cells of a workbook are refused again for the same reasons`(kind: ImportKind, properties: String) async throws
    {
        let cases = try Scenarios.table("imports/refused-cells.csv").filter { try $0["kind"] == kind.rawValue }
        let table = try #require(Self.tables[kind])
        let rows = try cases.map { row in
            let (column, cell) = (try row["column"], try row["cell"])
            let cells = table.map { $0.heading == column ? (cell.isEmpty ? "<c/>" : cell) : Self.cell($0.value) }
            return "<row>\(cells.joined())\(column.isEmpty ? cell : "")</row>"
        }
        let workbook = TestWorkbook(
            rows: "<row>\(table.map { Self.cell($0.heading) }.joined())</row>" + rows.joined(),
            formats: "<cellXfs count=\"2\"><xf/><xf numFmtId=\"14\"/></cellXfs>", properties: properties)
        try await refused(kind, expected: cases.map { try $0["code"] }) { folder in
            try workbook.write(to: folder.path + "/daftar.xlsx")
            return folder.path + "/daftar.xlsx"
        } rows: {
            try SheetRow.all($0).map(\.texts)
        }
    }

    @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
    func `lines of text are refused again for the same reasons`(delimiter: String, lineEnd: String) async throws {
        let cases = Scenarios.table("imports/refused-lines.csv")
        let lines = try ["NIK,Nama,No KK,Jabatan,Upah"] + cases.map { try $0["line"] }
        let text = lines.map { $0 + "|" }.joined().map { character in
            switch character {
            case ",": delimiter
            case "|": lineEnd
            default: String(character)
            }
        }.joined()
        try await refused(.workers, expected: cases.map { try $0["codes"] }) { folder in
            try folder.write(text, to: "daftar.csv")
        } rows: { path in
            try CSVFile(Array(TemporaryFolder.read(path).utf8), delimiter: delimiter.utf8.first ?? 0).records
        }
    }

    /// Imports a file all of whose rows are refused, and then what was written of it, again and again.
    private func refused(
        _ kind: ImportKind, expected: [String], file: @escaping @Sendable (TemporaryFolder) throws -> String,
        rows: @escaping @Sendable (String) throws -> [[String]]
    ) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                var path = try file(office.folder)
                var told: [[String]] = []
                for round in 1...3 {
                    let outcome = try office.imports(
                        kind, file: path, asOf: kind == .workers ? "2026-10-31" : nil, acceptValid: round == 1,
                        employer: kind == .workers ? "90000001" : nil)
                    #expect((outcome.read, outcome.accepted, outcome.rejected) == (expected.count, 0, expected.count))
                    path = try #require(outcome.rejectsFile)
                    told.append(try Self.reasons(rows(path)))
                }
                let codes = try office.lines(
                    """
                    select string_agg(distinct code, ' ' order by code) from import.reject group by line order by line
                    """)
                #expect(codes == expected)
                #expect(told[1] == told[0] && told[2] == told[0])
            }
        }
    }

    /// The reasons of a file of refused rows, which has one column of them.
    private static func reasons(_ rows: [[String]]) throws -> [String] {
        let headings = try #require(rows.first)
        #expect(headings.count { $0 == RejectsFile.heading } == 1)
        let column = try #require(headings.firstIndex(of: RejectsFile.heading))
        return rows.dropFirst().map { row in
            // Where a value is too many, its place is told, which the reasons have moved.
            row[column].replacing(/column \d+/, with: "column")
        }
    }

    private static func cell(_ text: String) -> String { "<c t=\"str\"><v>\(text)</v></c>" }
}
