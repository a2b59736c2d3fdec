import Postgres
import Register
import Rules
import TestSupport
import Testing

/// What decisions about who is who do to an audit: evidence of either counts for one.
@Suite struct MatchedEvidenceTests {
    private static let members = """
        NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;KODE PERUSAHAAN;\
        HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF
        """

    private static func audit(_ session: Session) throws -> [String] {
        _ = try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: PatuhTemplates.asOf), session: session)
        return try session.rows(
            """
            select concat_ws(' ', f.rule_code, b.code, right(p.nik::text, 4)) as line
            from register.office as o
            cross join lateral audit.findings_at(o.office_id, audit.last_run(o.office_id)) as f
            inner join register.business_profile as b using (business_id)
            left join register.person as p using (person_id)
            order by 1
            """
        ).map { try $0.get("line") }
    }

    private static func office(_ session: Session) throws -> Office { try Office.find(nil, in: session) }

    @Test func `workers listed under one number are sought in the member list of the other`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                // The labour office knows the firm by another NPP, under which the workers are listed.
                try Evidence.importRows(
                    .wlkp,
                    [
                        "Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;NIB;NPWP;KBLI;Skala Usaha;Jumlah TK;TK Laki-laki;"
                            + "TK Perempuan;TKA;Kode Badan Usaha;NPP BPJS TK;Tanggal Lapor;Status",
                        "W-1;NAMA LAIN;Jl. Contoh;61.71.03;;;;;2;;;;;70000009;01/10/2026;AKTIF",
                    ], session)
                try Evidence.importRows(
                    .bpjstkWages,
                    [
                        "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP",
                        "6171014101909001;Ani Contoh;01-01-1990;4000000;10-2026;70000009",
                        "6171014202929002;Tini Contoh;02-02-1992;4000000;10-2026;70000009",
                    ], session)
                try Evidence.importRows(
                    .jknMembers,
                    [
                        "Data per: 31-10-2026", Self.members,
                        "6171014101909001;Ani Contoh;01-01-1990;P;2;01-02-2020;AKTIF;4000000;01000001;TK;;",
                    ], session)
                #expect(try Self.audit(session) == ["REG-01 W-1"])
                _ = try BusinessMatch.decide(
                    .same, ("W-1", "01000001"), office: Self.office(session), reason: "one owner", session: session)
                #expect(try Self.audit(session) == ["REG-02 01000001 9002"])
                _ = try BusinessMatch.decide(
                    .different, ("W-1", "01000001"), office: Self.office(session), reason: "a mistake", session: session
                )
                #expect(try Self.audit(session) == ["REG-01 W-1"])
            }
        }
    }

    @Test func `a worker without NIK is judged as the person somebody recognised`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                try Evidence.importRows(
                    .workers,
                    [
                        "Data per: 31-10-2026", "Kode Badan Usaha;NIK;No KK;Nama;Tanggal Lahir;Jenis Kelamin;Upah",
                        "01000001;;;Ani Contoh;01-01-1990;P;4500000", "01000001;;;Tini Contoh;02-02-1992;P;4000000",
                    ], session)
                try Evidence.importRows(
                    .jknMembers,
                    [
                        "Data per: 31-10-2026", Self.members,
                        "6171014101909001;Ani Contoh;01-01-1990;P;2;01-02-2020;AKTIF;4000000;01000001;TK;;",
                    ], session)
                #expect(try Self.audit(session) == [])
                let numbers = try session.row(
                    """
                    select
                        (select register.person_code(person_id) from register.person where nik is null and name = 'Ani Contoh') as worker,
                        (select register.person_code(person_id) from register.person where nik = 6171014101909001) as person
                    """)
                try WorkerMatch.decide(
                    .same, worker: try numbers.get("worker"), person: try numbers.get("person"),
                    office: Self.office(session), reason: "KTP", session: session)
                // Enrolled with 4,000,000, on the list with 4,500,000.
                #expect(try Self.audit(session) == ["DAT-01 01000001 9001"])
            }
        }
    }
}
