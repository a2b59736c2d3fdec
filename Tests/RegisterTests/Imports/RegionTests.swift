import Postgres
import TestSupport
import Testing

@testable import Register

/// Kemendagri codes as lists write them, and the regencies of an office.
@Suite struct RegionTests {
    @Test(arguments: Scenarios.table("imports/regions.csv"))
    func `a region is known with and without dots, alone and in a list`(row: ScenarioRow) async throws {
        let kind = try #require(ImportKind(rawValue: try row["list"]))
        try await check(kind, try row["codes"], try row["stored"])
    }

    /// A table of cases has no `;` within a field.
    @Test func `regencies may stand between semicolons and line breaks`() async throws {
        try await check(.offices, "61.71; 61.12\n61.72", "61.12 61.71 61.72")
    }

    @Test func `a list of regencies that is not understood is told how it is written`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let outcome = try TestOffice(session).imports(.offices, text: Self.file(.offices, "61.71/61.12"))
                #expect(outcome.rejects.first?.message.contains("with |, commas or semicolons between") == true)
            }
        }
    }

    private func check(_ kind: ImportKind, _ codes: String, _ stored: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(kind, text: Self.file(kind, codes), asOf: "2026-10-31")
                guard case .accepted = outcome.verdict else {
                    #expect(outcome.rejects.map { "! \($0.code)" } == [stored])
                    return
                }
                let regions = try office.lines(
                    kind == .offices
                        ? """
                        select string_agg(region_code, ' ' order by region_code) from register.office_region
                        inner join register.office using (office_id) where code = '1402'
                        """ : "select region_code from register.business_record where name = 'PT Baru'")
                let doubt = outcome.warnings.contains { $0.code == "region_without_dots" } ? " with a doubt" : ""
                #expect(regions.map { $0 + doubt } == [stored])
            }
        }
    }

    private static func file(_ kind: ImportKind, _ codes: String) -> String {
        switch kind {
        case .offices:
            "Kode Kantor;Jenis;Nama;Alamat;Kota;Kode Provinsi;Wilayah Kerja;Kepala;Jabatan Kepala;Nomor Pegawai Kepala;"
                + "Kode Unit Surat;Zona Waktu;Telepon;Kantor Mitra\n"
                + "1402;BPJS_KESEHATAN;Kantor;Jl. Contoh;Singkawang;61;\"\(codes)\";Kepala;Kepala;3;IV-03;WIB;0;\n"
        case .wlkp:
            "Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;Jumlah TK;Tanggal Lapor;Status\n"
                + "W-1;PT Baru;Jl. Contoh;\(codes);12;09/05/2026;AKTIF\n"
        case .businesses: "Nama Badan Usaha;Alamat;Kode Wilayah\nPT Baru;Jl. Contoh;\(codes)\n"
        default:
            "Kode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;Tanggal Registrasi;Status\n"
                + "90000009;PT Baru;Jl. Contoh;\(codes);01/05/2020;AKTIF\n"
        }
    }
}
