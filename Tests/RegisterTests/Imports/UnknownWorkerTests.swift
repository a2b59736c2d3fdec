import Postgres
import TestSupport
import Testing

@testable import Register

/// Forms of BPJS Ketenagakerjaan (SIPP) about workers whom no list has named yet.
@Suite struct UnknownWorkerTests {
    private static let leaving = "KPJ;NAMA_LENGKAP;TGL_LAHIR;SEBAB_NA;TGL_KEJADIAN;KETERANGAN\n"
    private static let coming =
        "NOMOR_IDENTITAS_KPJ;NO_PEGAWAI;NAMA_LENGKAP;TGL_LAHIR;UPAH;LOKASI_PEKERJAAN;STATUS_PEGAWAI;TGL_AWAL_BEKERJA;"
        + "TGL_AKHIR_KONTRAK\n"
    private static let changing =
        "KODE;ALAMAT_LENGKAP_DOMISILI;HANDPHONE;LOKASI_PEKERJAAN;EMAIL;NAMA_BANK;KODE_BANK;NOMOR_REKENING;NAMA_REKENING;"
        + "NOMOR_PEGAWAI;ID_PEGAWAI\n"
    private static let wages = "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP;KPJ;KODE_TK\n"

    private static func imports(_ text: String, _ office: TestOffice, acceptValid: Bool = false) throws -> ImportOutcome
    {
        try office.imports(
            .workers, text: text, asOf: "2026-10-31", acceptValid: acceptValid, employer: "90000001")
    }

    private static func lines(_ office: TestOffice) throws -> [String] {
        try office.lines(
            """
            select concat_ws(' ', p.nik, p.name, p.birth_date, l.wage, l.hired_on, 'left ' || l.left_on, 'kpj ' || l.kpj)
            from register.roster_line as l
            inner join register.roster as r using (business_id, roster_id)
            inner join register.person as p using (person_id)
            where r.source = 'payroll'
            order by l.batch_id, l.line
            """)
    }

    @Test func `a departure says that somebody worked there, whoever it is`() async throws {
        try await withOffice { office in
            let outcome = try Self.imports(
                Self.leaving + "26000000001;Ani Contoh;01-02-1990;PHK;15-10-2026;\n"
                    + "26000000002;Budi Contoh;03-02-1991;MENINGGAL DUNIA;20-10-2026;\n", office)
            #expect((outcome.accepted, outcome.rejected) == (2, 0))
            #expect(Set(outcome.warnings.map(\.code)) == ["no_nik", "leaving"])
            #expect(
                try Self.lines(office) == [
                    "Ani Contoh 1990-02-01 left 2026-10-15 kpj 26000000001",
                    "Budi Contoh 1991-02-03 left 2026-10-20 kpj 26000000002",
                ])
        }
    }

    @Test func `who goes on working is kept with wage and first day`() async throws {
        try await withOffice { office in
            let outcome = try Self.imports(
                Self.coming + "26000000001;P-1;Ani Contoh;01-02-1990;3500000;;TETAP;01-10-2026;\n", office)
            #expect((outcome.accepted, outcome.rejected, outcome.total) == (1, 0, 3_500_000))
            #expect(try Self.lines(office) == ["Ani Contoh 1990-02-01 3500000 2026-10-01 kpj 26000000001"])
        }
    }

    @Test func `the same worker on two forms is one person`() async throws {
        try await withOffice { office in
            _ = try Self.imports(
                Self.coming + "26000000001;P-1;Ani Contoh;01-02-1990;3500000;;TETAP;01-10-2026;\n", office)
            // The number tells who it is, also where the name is written otherwise.
            _ = try Self.imports(Self.leaving + "26000000001;Ani C.;01-02-1990;PHK;15-10-2026;\n", office)
            let persons = try office.lines("select count(distinct person_id)::text from register.roster_line")
            #expect(persons == ["1"])
        }
    }

    @Test func `somebody with a NIK under the number goes before the one whom only a form named`() async throws {
        try await withOffice { office in
            let text = Self.leaving + "26000000001;Ani Contoh;01-02-1990;PHK;15-10-2026;\n"
            _ = try Self.imports(text, office)
            _ = try office.imports(
                .bpjstkWages,
                text: Self.wages + "6171014102900001;Ani Contoh;01-02-1990;3500000;09-2026;99000001;26000000001;A1\n")
            let again = try Self.imports(text + "\n", office)
            #expect(!again.warnings.map(\.code).contains("no_nik"))
            #expect(
                try Self.lines(office) == [
                    "Ani Contoh 1990-02-01 left 2026-10-15 kpj 26000000001",
                    "6171014102900001 Ani Contoh 1990-02-01 left 2026-10-15 kpj 26000000001",
                ])
            let proposed = try office.lines(
                """
                select p.nik || ' ' || c.name_similarity
                from register.office as o
                cross join lateral register.worker_candidates(o.office_id) as c
                inner join register.person as p on p.person_id = c.other_id
                """)
            #expect(proposed == ["6171014102900001 100"])
        }
    }

    @Test func `a number of somebody with another birth date refuses the row, with the file`() async throws {
        try await withOffice { office in
            _ = try office.imports(
                .bpjstkWages,
                text: Self.wages + "6171014102900001;Ani Contoh;01-02-1990;3500000;09-2026;99000001;26000000001;A1\n")
            let outcome = try Self.imports(
                Self.leaving + "26000000001;Ani Contoh;02-02-1990;PHK;15-10-2026;\n"
                    + "26000000002;Budi Contoh;03-02-1991;PHK;15-10-2026;\n", office)
            #expect(outcome.verdict == .refused)
            #expect(outcome.rejects.map(\.code) == ["other_worker"])
            #expect(outcome.rejects.first?.message.contains("another birth date") == true)
        }
    }

    @Test func `a number alone that nobody has refuses its row, and the others are taken`() async throws {
        try await withOffice { office in
            _ = try office.imports(
                .bpjstkWages,
                text: Self.wages + "6171014102900001;Ani Contoh;01-02-1990;3500000;09-2026;99000001;26000000001;A1\n")
            let outcome = try Self.imports(
                Self.changing + "A1;;0812-0000-001;;;;;;;P-1;\nA2;;0812-0000-002;;;;;;;P-2;\n", office)
            guard case .accepted = outcome.verdict else {
                Issue.record("\(outcome.verdict): \(outcome.rejects)")
                return
            }
            #expect((outcome.accepted, outcome.rejected) == (1, 1))
            #expect(outcome.rejects.map(\.code) == ["unknown_number"])
            #expect(outcome.rejects.first?.column == "KODE")
            let rejects = try TemporaryFolder.read(outcome.rejectsFile ?? "")
            #expect(rejects.contains("A2;;0812-0000-002") && !rejects.contains("A1;"))
            // Once a list has the number, the refused row comes in by itself.
            _ = try office.imports(
                .bpjstkWages,
                text: Self.wages + "6171014102900002;Budi Contoh;01-02-1990;3500000;09-2026;99000001;26000000002;A2\n"
                    + "6171014102900001;Ani Contoh;01-02-1990;3500000;09-2026;99000001;26000000001;A1\n")
            let back = try Self.imports(rejects, office)
            #expect((back.accepted, back.rejected) == (1, 0))
        }
    }

    @Test func `a form of which nothing can be known is refused, and so is one with another fault`() async throws {
        try await withOffice { office in
            let nobody = try Self.imports(Self.changing + "A1;;;;;;;;;P-1;\nA2;;;;;;;;;P-2;\n", office)
            #expect((nobody.verdict, nobody.rejected) == (.refused, 2))
            _ = try office.imports(
                .bpjstkWages,
                text: Self.wages + "6171014102900001;Ani Contoh;01-02-1990;3500000;09-2026;99000001;26000000001;A1\n")
            let faulty = try Self.imports(Self.changing + "A1;;;;;;;;;P-1;\nA2;;;;;;;;;P-2;\n;;;;;;;;;P-3;\n", office)
            #expect(faulty.verdict == .refused)
            #expect(Set(faulty.rejects.map(\.code)) == ["unknown_number", "missing"])
        }
    }

    @Test func `a number stands once in a form`() async throws {
        try await withOffice { office in
            let outcome = try Self.imports(
                Self.leaving + "26000000001;Ani Contoh;01-02-1990;PHK;15-10-2026;\n"
                    + "26000000001;Budi Contoh;03-02-1991;PHK;15-10-2026;\n"
                    + "26000000003;ANI CONTOH;01-02-1990;PHK;16-10-2026;\n", office, acceptValid: true)
            #expect((outcome.accepted, outcome.rejected) == (1, 2))
            #expect(Set(outcome.rejects.map(\.code)) == ["duplicate"])
        }
    }

    private func withOffice(_ body: @Sendable (TestOffice) throws -> Void) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in try body(try TestOffice(session)) }
        }
    }
}
