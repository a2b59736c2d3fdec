import FoundationEssentials
import Postgres
import Register
import Rules
import TestSupport

/// Brings evidence into a test's database through the importer.
enum Evidence {
    /// A file was not taken in as it stands.
    struct Refused: Error {
        let file: String
        let outcome: ImportOutcome
    }

    /// Imports a file; every row must be accepted, unless the name of the file says that rows are refused.
    static func importFile(_ kind: ImportKind, _ path: String, _ session: Session) throws {
        let outcome = try ScenarioRunner(PatuhTemplates.resources).importFile(kind, path, session: session)
        guard case .accepted = outcome.verdict, outcome.rejected == 0 else {
            throw Refused(file: path, outcome: outcome)
        }
    }

    /// Imports rows that a test writes itself, under their headings.
    static func importRows(_ kind: ImportKind, _ lines: [String], _ session: Session) throws {
        let path = FileManager.default.temporaryDirectory.path + "/\(kind.rawValue)-\(UUID().uuidString).csv"
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try importFile(kind, path, session)
    }

    /// The office, the registered employer and the empty payment list of `Tests/Scenarios/base`.
    static func importBase(_ session: Session) throws {
        let base = PatuhTemplates.resources.scenarios + "/base"
        try importFile(.offices, base + "/kantor.csv", session)
        try importFile(.jknBusinesses, base + "/jkn_badan_usaha.csv", session)
        try importFile(.payments, base + "/pembayaran.csv", session)
    }

    /// A bill of the base employer.
    static func bill(_ month: String, _ amount: Int, _ session: Session) throws {
        try importRows(
            .bills,
            [
                "Kode Badan Usaha;Bulan;Jumlah Peserta;Jumlah Tagihan;Jatuh Tempo",
                "01000001;\(month);3;\(amount);\(month)-10",
            ],
            session)
    }

    /// A payment of the base employer.
    static func payment(_ day: String, _ amount: Int, _ session: Session) throws {
        try importRows(
            .payments,
            ["Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi", "\(day);01000001;\(amount);BCA;\(day)"], session)
    }
}
