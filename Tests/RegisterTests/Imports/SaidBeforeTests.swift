import Postgres
import TestSupport
import Testing

@testable import Register

/// Lists that come again: rows that say what the list before said are unchanged, although the list is stored whole.
@Suite struct SaidBeforeTests {
    private static let wages = "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP;KPJ;KODE_TK\n"
    private static let members =
        "NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;"
        + "KODE PERUSAHAAN;HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF\n"
    private static let workers =
        "NIK;No KK;Nama;Tanggal Lahir;Jenis Kelamin;Hubungan Keluarga;Upah;Mulai Bekerja;Jabatan\n"
    private static let segments = "NIK;Nama Peserta;Tgl Lahir;Segmen;Status;TMT;Tgl Nonaktif\n"
    private static let form = "NIK;Nama;Jenis Perubahan;Tanggal Perubahan;Upah\n"

    /// The first list, the second one, and how many rows of the second say what the first did.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var kind: ImportKind
        var first: [String]
        var second: [String]
        var unchanged: Int
        var firstDate = "2026-10-31"
        var secondDate = "2026-10-31"

        init(_ name: String, _ kind: ImportKind, _ first: [String], _ second: [String], _ unchanged: Int) {
            testDescription = name
            (self.kind, self.first, self.second, self.unchanged) = (kind, first, second, unchanged)
        }

        func dated(_ first: String, _ second: String) -> Case {
            var other = self
            (other.firstDate, other.secondDate) = (first, second)
            return other
        }
    }

    private static func wage(
        _ person: Int, _ wage: Int, month: String = "10-2026", name: String = "Pekerja", kpj: String = "",
        code: String = ""
    ) -> String {
        "617101010190000\(person);\(name) \(person);01-01-1990;\(wage);\(month);99000001;\(kpj);\(code)"
    }

    private static func member(
        _ person: Int, _ wage: String, relation: String = "TK", of worker: Int? = nil, care: String = "2",
        from: String = "01-06-2025", to: String = "", employer: String = "90000001"
    ) -> String {
        let main = worker.map { "617101010190000\($0)" } ?? ""
        return "617101010190000\(person);Orang \(person);01-01-1990;L;\(care);\(worker == nil ? from : "");"
            + "\(to.isEmpty ? "AKTIF" : "NONAKTIF");\(wage);\(employer);\(relation);\(main);\(to)"
    }

    private static func worker(
        _ person: Int, _ wage: String, relation: String = "", card: String = "6171010000000001", position: String = "",
        name: String = "Orang"
    ) -> String {
        let nik = person == 0 ? "" : "617101010190000\(person)"
        return "\(nik);\(card);\(name) \(person);01-01-1990;L;\(relation);\(wage);01-02-2020;\(position)"
    }

    private static func participant(_ person: Int, _ segment: String, to: String = "") -> String {
        "617101010190000\(person);Orang \(person);01-01-1990;\(segment);\(to.isEmpty ? "AKTIF" : "NONAKTIF");01-01-2019;\(to)"
    }

    private static func change(_ person: Int, _ what: String, _ wage: String) -> String {
        "617101010190000\(person);Orang \(person);\(what);15-10-2026;\(wage)"
    }

    static let all = [
        Case("the same wages", .bpjstkWages, [wage(1, 5), wage(2, 6)], [wage(2, 6), wage(1, 5)], 2),
        Case(
            "one wage, one worker and one number differ", .bpjstkWages,
            [wage(1, 5), wage(2, 6), wage(3, 7), wage(5, 9, kpj: "20012345678", code: "A1")],
            [wage(1, 5), wage(2, 9), wage(4, 7), wage(5, 9, kpj: "20012345678", code: "A2")], 1),
        Case(
            "another name is something new", .bpjstkWages, [wage(1, 5), wage(2, 6)],
            [wage(1, 5, name: "Lain"), wage(2, 6)], 1),
        Case("wages of another month", .bpjstkWages, [wage(1, 5)], [wage(1, 5, month: "11-2026")], 0),
        Case(
            "two months, one of them known", .bpjstkWages, [wage(1, 5)], [wage(1, 5), wage(1, 5, month: "11-2026")], 1),
        Case(
            "the same members", .jknMembers,
            [member(1, "5"), member(2, "", relation: "I", of: 1), member(3, "7", to: "01-09-2026")],
            [member(3, "7", to: "01-09-2026"), member(1, "5"), member(2, "", relation: "I", of: 1)], 3),
        Case(
            "members whose wage, class, end or relation differs", .jknMembers,
            [
                member(1, "5"), member(2, "6"), member(3, "7"), member(4, "", relation: "A", of: 1),
                member(5, "", relation: "A", of: 2),
            ],
            [
                member(1, "6"), member(2, "6", care: "1"), member(3, "7", to: "01-09-2026"),
                member(4, "", relation: "T", of: 1), member(5, "", relation: "A", of: 2),
            ], 1),
        Case("members of another employer", .jknMembers, [member(1, "5")], [member(1, "5", employer: "90000002")], 0),
        Case(
            "members a day later in the month", .jknMembers, [member(1, "5"), member(2, "6")],
            [member(1, "5"), member(2, "7")], 1
        )
        .dated("2026-10-30", "2026-10-31"),
        Case("members of the month before", .jknMembers, [member(1, "5")], [member(1, "5")], 0).dated(
            "2026-09-30", "2026-10-31"),
        Case(
            "the same workers with family, and one without NIK", .workers,
            [worker(1, "5"), worker(2, "", relation: "ANAK"), worker(0, "6", card: "")],
            [worker(0, "6", card: ""), worker(1, "5"), worker(2, "", relation: "ANAK")], 3),
        Case(
            "workers of whom something else is said", .workers,
            [worker(1, "5"), worker(2, "5", card: ""), worker(3, "5", card: ""), worker(4, "", relation: "ANAK")],
            [
                worker(1, "6"), worker(2, "5", card: "", position: "Kasir"), worker(3, "5", card: ""),
                worker(4, "", relation: "TAMBAHAN"),
            ], 1),
        Case("workers a day later in the month", .workers, [worker(1, "5")], [worker(1, "5")], 1).dated(
            "2026-10-01", "2026-10-31"),
        Case(
            "a form that says again who comes and goes", .workers,
            [change(1, "Masuk", "5"), change(2, "Keluar", "")],
            [change(2, "Keluar", ""), change(1, "Masuk", "5"), change(3, "Masuk", "7")], 2),
        Case("a form whose worker left meanwhile", .workers, [change(1, "Masuk", "5")], [change(1, "Keluar", "5")], 0),
        Case(
            "participants, of whom one has left and one is in another segment", .segments,
            [participant(1, "PBI"), participant(2, "PBI"), participant(3, "PBI")],
            [participant(1, "PBI"), participant(2, "PBI", to: "01-10-2026"), participant(3, "MANDIRI")], 1),
        Case("participants of another date", .segments, [participant(1, "PBI")], [participant(1, "PBI")], 0).dated(
            "2026-09-30", "2026-10-31"),
    ]

    private static func text(_ kind: ImportKind, _ rows: [String]) -> String {
        let heading =
            switch kind {
            case .bpjstkWages: wages
            case .jknMembers: members
            case .segments: segments
            default: rows.first?.contains(";15-10-2026;") == true ? form : workers
            }
        return heading + rows.map { $0 + "\n" }.joined()
    }

    private static func imports(
        _ example: Case, _ rows: [String], _ date: String, _ office: TestOffice, ending: String = ""
    ) throws -> ImportOutcome {
        let outcome = try office.imports(
            example.kind, text: text(example.kind, rows) + ending, asOf: example.kind == .bpjstkWages ? nil : date,
            employer: example.kind == .workers ? "90000001" : nil)
        guard case .accepted = outcome.verdict else {
            Issue.record("\(outcome.verdict): \(outcome.rejects)")
            return outcome
        }
        return outcome
    }

    @Test(arguments: all)
    func `rows that say what the list before said are counted, and stored all the same`(example: Case) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let first = try Self.imports(example, example.first, example.firstDate, office)
                #expect((first.accepted, first.unchanged) == (example.first.count, 0))
                let second = try Self.imports(example, example.second, example.secondDate, office, ending: "\n")
                #expect(second.unchanged == example.unchanged)
                #expect(second.accepted == example.second.count - example.unchanged)
                let stored: Int = try session.value(
                    """
                    select count(*) from (
                        select batch_id from register.roster_line
                        union all select batch_id from register.enrolment
                        union all select batch_id from register.family_member
                        union all select batch_id from register.segment_record
                    ) as l
                    where l.batch_id = (select max(batch_id) from import.batch)
                    """)
                #expect(stored == example.second.count)
                let kept: String = try session.value(
                    """
                    select rows_accepted || ' ' || rows_unchanged from import.batch order by batch_id desc limit 1
                    """)
                #expect(kept == "\(second.accepted) \(second.unchanged)")
            }
        }
    }

    @Test func `a list in the place of another is held against that one`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let first = try office.imports(
                    .jknMembers, text: Self.text(.jknMembers, [Self.member(1, "5"), Self.member(2, "6")]),
                    asOf: "2026-09-30")
                guard case .accepted(let batch) = first.verdict else { return }
                let second = try office.imports(
                    .jknMembers, text: Self.text(.jknMembers, [Self.member(1, "5"), Self.member(2, "7")]),
                    asOf: "2026-10-31", replaces: batch)
                #expect((second.accepted, second.unchanged) == (1, 1))
            }
        }
    }

    /// What rules count as missing from a list are its refused rows less those that came back.
    @Test func `mended rows are always something new`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                _ = try office.imports(.bpjstkWages, text: Self.text(.bpjstkWages, [Self.wage(1, 5), Self.wage(2, 6)]))
                _ = try office.imports(
                    .bpjstkWages, text: Self.text(.bpjstkWages, [Self.wage(1, 5), Self.wage(2, 6) + "0;x"]),
                    acceptValid: true)
                let heading = Self.wages.replacing("\n", with: ";ALASAN PENOLAKAN\n")
                let mended = try office.imports(.bpjstkWages, text: heading + Self.wage(2, 6) + ";x\n")
                #expect((mended.accepted, mended.unchanged) == (1, 0))
            }
        }
    }

    @Test func `a list that is taken back gives back all its rows`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let rows = [Self.wage(1, 5), Self.wage(2, 6)]
                _ = try office.imports(.bpjstkWages, text: Self.text(.bpjstkWages, rows))
                let again = try office.imports(.bpjstkWages, text: Self.text(.bpjstkWages, rows) + "\n")
                guard case .accepted(let batch) = again.verdict else { return }
                let taken = try Withdrawal.withdraw(
                    batch, office: try Office.find(nil, in: session), reason: "x", session: session)
                #expect(taken.rows == 2)
            }
        }
    }
}
