import Postgres
import TestSupport
import Testing

@testable import Register

/// Family members who come back mended, while their worker was accepted with the rest of the file.
@Suite struct MendedFamilyTests {
    @Test(arguments: [
        (
            ImportKind.workers,
            """
            Data per: 31-10-2026
            Kode Badan Usaha;NIK;No KK;Nama;Tanggal Lahir;Hubungan Keluarga;Upah
            90000001;6171010302900001;6171010000000001;Pekerja Satu;03-02-1990;PESERTA;4000000
            90000001;6171011507150003;6171010000000001;Anak Satu;31-02-2015;ANAK;
            """
        ),
        (
            ImportKind.jknMembers,
            """
            Data per: 31-10-2026
            NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;KODE PERUSAHAAN;HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF
            6171010302900001;Pekerja Satu;03-02-1990;L;2;01-06-2025;AKTIF;3915000;90000001;TK;;
            6171011507150003;Anak Satu;31-02-2015;L;2;;AKTIF;;90000001;A;6171010302900001;
            """
        ),
    ])
    func `they belong to the worker of the list that they were refused from`(kind: ImportKind, text: String)
        async throws
    {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let first = try office.imports(kind, text: text + "\n", acceptValid: true)
                #expect((first.accepted, first.rejected) == (1, 1))
                let mended = try TemporaryFolder.read(office.rejects).split(separator: "31-02-2015")
                    .joined(separator: "15-07-2015")
                let second = try office.imports(kind, text: mended)
                guard case .accepted = second.verdict else {
                    Issue.record("\(second.verdict): \(second.rejects)")
                    return
                }
                let family = try office.lines(
                    """
                    select concat_ws(';', right(w.nik::text, 4), right(p.nik::text, 4), f.relation)
                    from register.family_member as f
                    inner join register.person as w on w.person_id = f.worker_id
                    inner join register.person as p on p.person_id = f.person_id
                    """)
                #expect(family == ["0001;0003;child"])
            }
        }
    }

    /// The worker above a row that comes back alone may be another one than in the file.
    @Test func `without a family card number nobody is guessed`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let text = """
                    Data per: 31-10-2026
                    Kode Badan Usaha;NIK;Nama;Tanggal Lahir;Hubungan Keluarga;Upah
                    90000001;6171010302900001;Pekerja Satu;31-02-1990;PESERTA;4000000
                    90000001;6171014809900004;Pekerja Dua;08-09-1990;PESERTA;4000000
                    90000001;6171011507150003;Anak Dua;31-02-2015;ANAK;

                    """
                let first = try office.imports(.workers, text: text, acceptValid: true)
                #expect((first.accepted, first.rejected) == (1, 2))
                let mended = try TemporaryFolder.read(office.rejects).split(separator: "31-02-")
                    .joined(separator: "03-02-")
                let second = try office.imports(.workers, text: mended)
                #expect(second.rejects.map(\.code) == ["unknown_worker"])
                #expect(second.accepted == 1)
            }
        }
    }
}
