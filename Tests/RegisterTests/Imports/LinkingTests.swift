import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct LinkingTests {
    /// A labour office's row and a BPJS row that share one number only, or none.
    @Test(arguments: Scenarios.table("imports/linking.csv"), [true, false])
    func `rows of two sources meet through a number they share, never through the name`(
        row: ScenarioRow, wlkpFirst: Bool
    ) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let before: Int = try session.value("select count(*) from register.business")
                for kind in wlkpFirst ? [ImportKind.wlkp, .jknBusinesses] : [.jknBusinesses, .wlkp] {
                    let outcome = try office.imports(kind, text: Self.file(kind, row), asOf: "2026-10-31")
                    guard case .accepted = outcome.verdict else { throw Refused(groups: outcome.rejects) }
                }
                let after: Int = try session.value("select count(*) from register.business")
                let expected = try row.number("businesses")
                #expect(after - before == Int(expected))
            }
        }
    }

    @Test func `a wage file finds the business by the number a later list brings`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let wages =
                    "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP\n9901013112900001;Pekerja;31-12-1990;3915000;10-2026;99000003\n"
                let refused = try office.imports(.bpjstkWages, text: wages)
                #expect(refused.verdict == .refused)
                #expect(refused.rejects.map(\.code) == ["unknown_business"])
                let list = try office.imports(
                    .wlkp,
                    text: Self.wlkpHeadings
                        + "W-3;TIGA, PT;Jl. Contoh;61.71;;;;;1;;;;90000003;99000003;31/10/2026;AKTIF\n")
                guard case .accepted = list.verdict else { throw Refused(groups: list.rejects) }
                let accepted = try office.imports(.bpjstkWages, text: wages)
                guard case .accepted = accepted.verdict else { throw Refused(groups: accepted.rejects) }
                let code: String = try session.value(
                    """
                    select i.value
                    from register.roster as r
                    inner join register.identifier as i on i.business_id = r.business_id and i.kind = 'entity_code'
                    """)
                #expect(code == "90000003")
            }
        }
    }

    private struct Refused: Error {
        let groups: [ImportOutcome.Group]
    }

    private static let wlkpHeadings = """
        Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;NIB;NPWP;KBLI;Skala Usaha;Jumlah TK;TK Laki-laki;TK Perempuan;TKA;\
        Kode Badan Usaha;NPP BPJS TK;Tanggal Lapor;Status

        """

    private static func file(_ kind: ImportKind, _ row: ScenarioRow) throws -> String {
        let side = kind == .wlkp ? "wlkp" : "jkn"
        let (code, npwp, nib, npp) = try (
            row["\(side)_code"], row["\(side)_npwp"], row["\(side)_nib"], row["\(side)_npp"]
        )
        let name = try row["\(side)_name"]
        if kind == .wlkp {
            return wlkpHeadings + "W-9;\(name);Jl. Contoh;61.71;\(nib);\(npwp);;;5;;;;\(code);\(npp);31/10/2026;AKTIF\n"
        }
        return """
            Kode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;NPWP;NIB;NPP BPJS TK;Skala Usaha;Virtual Account;\
            Tanggal Registrasi;Status;Tanggal Nonaktif
            \(code);\(name);Jl. Contoh;61.71;\(npwp);\(nib);\(npp);;;01/05/2020;AKTIF;

            """
    }
}
