import Postgres
import TestSupport
import Testing

@testable import Register

/// What lists say of a person with a NIK: a typing error goes with the batch that made it.
@Suite struct PersonRecordTests {
    private static let nik = "6171010304900001"

    private static func list(_ name: String, _ born: String, _ office: TestOffice) throws -> ImportOutcome {
        try office.imports(
            .workers,
            text: "Kode Badan Usaha;NIK;Nama;Tanggal Lahir;Jenis Kelamin;Upah\n"
                + "90000001;\(nik);\(name);\(born);L;3915000\n",
            asOf: "2026-10-31")
    }

    private static func members(_ name: String, _ office: TestOffice) throws -> ImportOutcome {
        try office.imports(
            .jknMembers,
            text: "NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;"
                + "KODE PERUSAHAAN;HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF\n"
                + "\(nik);\(name);03-04-1990;L;2;01-06-2025;AKTIF;3915000;90000001;TK;;\n", asOf: "2026-10-31")
    }

    private static func known(_ office: TestOffice) throws -> [String] {
        try office.lines("select name || ' ' || birth_date from register.person_profile where nik = \(nik)")
    }

    private static func undo(_ outcome: ImportOutcome, _ office: TestOffice) throws {
        guard case .accepted(let batch) = outcome.verdict else { return }
        _ = try Withdrawal.withdraw(
            batch, office: Office.find(nil, in: office.session), reason: "wrong names", session: office.session)
    }

    @Test func `a wrong name goes with the batch that gave it`() async throws {
        try await withEmployerLists { lists in
            let wrong = try Self.list("Agsu Salah", "13/04/1990", lists.office)
            try Self.undo(wrong, lists.office)
            let right = try Self.list("Agus Benar", "03/04/1990", lists.office)
            #expect(right.changes.map(\.what).contains("persons_changed"))
            #expect(try Self.known(lists.office) == ["Agus Benar 1990-04-03"])
            try Self.undo(right, lists.office)
            #expect(try Self.known(lists.office) == ["Agsu Salah 1990-04-13"])
        }
    }

    @Test func `a corrected list corrects the name, and says so once`() async throws {
        try await withEmployerLists { lists in
            _ = try Self.list("Agsu Benar", "03/04/1990", lists.office)
            let corrected = try Self.list("Agus Benar", "03/04/1990", lists.office)
            #expect(corrected.changes.first { $0.what == "persons_changed" }?.rows == 1)
            #expect(try Self.known(lists.office) == ["Agus Benar 1990-04-03"])
            let again = try Self.list("AGUS BENAR", "03/04/1990", lists.office)
            #expect(!again.changes.contains { $0.what == "persons_changed" })
        }
    }

    @Test func `a birth date that no list gave before is learnt, and is no change`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.office.imports(
                .segments, text: "NIK;Nama;Segmen\n\(Self.nik);Agus Benar;PBI\n", asOf: "2026-10-31")
            let list = try Self.list("Agus Benar", "03/04/1990", lists.office)
            #expect(try Self.known(lists.office) == ["Agus Benar 1990-04-03"])
            #expect(!list.changes.contains { $0.what == "persons_changed" })
        }
    }

    @Test func `what a list says is kept although another said it first, which is taken back`() async throws {
        try await withEmployerLists { lists in
            _ = try Self.list("Agus Benar", "13/04/1990", lists.office)
            let right = try Self.list("Agus Benar", "03/04/1990", lists.office)
            let again = try Self.list("Agus Benar", "03/04/1990 ", lists.office)
            #expect(!again.changes.contains { $0.what == "persons_changed" })
            try Self.undo(right, lists.office)
            #expect(try Self.known(lists.office) == ["Agus Benar 1990-04-03"])
        }
    }

    @Test func `a sex that no list gave before is learnt, and is no change`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.office.imports(
                .bpjstkWages,
                text:
                    "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP\n\(Self.nik);Agus Benar;03-04-1990;3915000;10-2026;99000001\n"
            )
            let members = try Self.members("Agus Benar", lists.office)
            #expect(!members.changes.contains { $0.what == "persons_changed" })
            #expect(try lists.office.lines("select sex from register.person_profile where nik = \(Self.nik)") == ["M"])
        }
    }

    @Test(arguments: [true, false])
    func `the member list of BPJS Kesehatan counts before others`(membersFirst: Bool) async throws {
        try await withEmployerLists { lists in
            if membersFirst { _ = try Self.members("Agus Benar", lists.office) }
            _ = try Self.list("Agus B", "03/04/1990", lists.office)
            if !membersFirst { _ = try Self.members("Agus Benar", lists.office) }
            #expect(try Self.known(lists.office) == ["Agus Benar 1990-04-03"])
        }
    }

    @Test func `a known NIK under quite another name is doubted, and the row's words are kept`() async throws {
        try await withEmployerLists { lists in
            _ = try Self.members("Salmah", lists.office)
            let other = try Self.list("Orang Beda", "03/04/1990", lists.office)
            #expect(other.warnings.map(\.code).contains("other_name"))
            let kept = try lists.office.lines("select name from register.person_record")
            #expect(kept == ["Orang Beda"])
            let like = try Self.list("Salma", "03/04/1990", lists.office)
            #expect(!like.warnings.map(\.code).contains("other_name"))
        }
    }
}
