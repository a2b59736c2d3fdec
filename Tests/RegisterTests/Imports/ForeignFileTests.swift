import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Register

/// A file of `Tests/Fixtures/foreign` as other people fill forms and keep lists, with invented people in it;
/// `Tests/Scenarios/imports/foreign/<file>.txt` says what becomes of each row.
struct ForeignFile: Sendable, CustomTestStringConvertible {
    let name: String

    static let folder = "\(PatuhTemplates.root)/Tests/Fixtures/foreign"
    static let all = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map(
        ForeignFile.init)

    var testDescription: String { name }
    var path: String { "\(Self.folder)/\(name)" }
    var kind: ImportKind {
        switch name {
        case "perusahaan.csv": .wlkp
        case "upah.xlsx": .bpjstkWages
        default: .workers
        }
    }
    /// Payrolls and office lists say their date themselves.
    var asOf: String? { kind != .workers || ["payroll.xlsx", "pegawai.csv"].contains(name) ? nil : "2026-10-31" }
    var employer: String? { kind == .workers ? "90000001" : nil }
    var expected: [String] {
        Scenarios.text("imports/foreign/\(name).txt").split(separator: "\n").map(String.init)
    }
}

@Suite struct ForeignFileTests {
    @Test(arguments: ForeignFile.all)
    func `every row is in the register, refused with its reason, or counted as no data`(file: ForeignFile) async throws
    {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                // SIPP forms name workers by numbers that its wage files give.
                if file.kind == .workers {
                    _ = try office.imports(.bpjstkWages, file: "\(ForeignFile.folder)/upah.xlsx")
                }
                let outcome = try office.imports(
                    file.kind, file: file.path, asOf: file.asOf, acceptValid: true, employer: file.employer)
                let counts =
                    "\(outcome.reading.layout) as of \(outcome.asOf.map(String.init(describing:)) ?? "-"): "
                    + "read \(outcome.read), accepted \(outcome.accepted), rejected \(outcome.rejected), "
                    + "passed over \(outcome.passedOver)"
                let rows = try office.lines(Scenarios.text("imports/layouts/workers.sql"))
                let rejects = try office.lines(
                    """
                    select concat_ws(';', '! ' || line, column_name, code) from import.reject
                    where batch_id = (select max(batch_id) from import.batch)
                    order by line, column_name collate "C"
                    """)
                let told = [counts] + rows + rejects
                #expect(told == file.expected, "\(told.joined(separator: "\n"))")
            }
        }
    }
}
