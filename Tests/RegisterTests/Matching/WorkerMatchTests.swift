import Postgres
import TestSupport
import Testing

@testable import Register

/// Workers whose list gives no NIK.
@Suite struct WorkerMatchTests {
    private static let heading = "Kode Badan Usaha;NIK;No KK;Nama;Tanggal Lahir;Jenis Kelamin;Hubungan Keluarga;Upah\n"

    /// A list of one employer: `NIK;name;birth date`.
    private static func list(_ rows: [String]) -> String {
        heading
            + rows.map { row in
                let fields = row.split(separator: ";", omittingEmptySubsequences: false)
                return "90000001;\(fields[0]);;\(fields[1]);\(fields[2]);L;;3915000\n"
            }.joined()
    }

    private static func workers(_ rows: [String], month: String, _ office: TestOffice) throws -> ImportOutcome {
        try office.imports(.workers, text: list(rows), asOf: month)
    }

    private static func candidates(_ office: TestOffice) throws -> [String] {
        try office.lines(
            """
            select concat_ws(' ', w.name, '->', p.nik, c.same_employer)
            from register.office as o
            cross join lateral register.worker_candidates(o.office_id) as c
            inner join register.person as w on w.person_id = c.person_id
            inner join register.person as p on p.person_id = c.other_id
            order by 1
            """)
    }

    private static func person(_ condition: String, _ office: TestOffice) throws -> String {
        try office.session.value(
            "select register.person_code(person_id) from register.person where \(unescaped: condition)")
    }

    private static func decide(_ verdict: MatchVerdict, _ worker: String, _ person: String, _ office: TestOffice) throws
    {
        try WorkerMatch.decide(
            verdict, worker: worker, person: person, office: try Office.find(nil, in: office.session), reason: "KTP",
            session: office.session)
    }

    @Test func `a worker without NIK is kept with a warning, and is the same one next month`() async throws {
        try await withEmployerLists { lists in
            let first = try Self.workers([";Budi Contoh;01-02-1990"], month: "2026-09-30", lists.office)
            #expect((first.accepted, first.warnings.map(\.code)) == (1, ["no_nik"]))
            _ = try Self.workers([";BUDI CONTOH;01-02-1990"], month: "2026-10-31", lists.office)
            let found = try lists.office.lines(
                "select count(distinct person_id) || ' in ' || count(*) from register.roster_line")
            #expect(found == ["1 in 2"])
        }
    }

    @Test func `two of one name and birth date cannot be told apart`() async throws {
        try await withEmployerLists { lists in
            let rows = [";Budi Contoh;01-02-1990", ";budi contoh;01-02-1990"]
            let outcome = try Self.workers(rows, month: "2026-10-31", lists.office)
            #expect(outcome.rejects.map(\.code) == ["duplicate"])
        }
    }

    @Test(arguments: [
        // Like names of one birth date on a list of the employer; the very name with another.
        ("Budi Santosa Contoh", "01-02-1990", ["Budi Santosa Contoh -> 6171010102900001 t"]),
        ("Budi Santoso Contoh", "01-02-1990", ["Budi Santoso Contoh -> 6171010102900001 t"]),
        ("Budi Santosa Contoh", "02-02-1990", []),
        ("Joko Lain", "01-02-1990", []),
        ("Wati Jauh", "03-03-1993", ["Wati Jauh -> 6171014303930002 f"]),
        ("Wati Jauhar", "03-03-1993", []),
    ])
    func `who it may be is proposed by name, birth date and employer`(
        name: String, born: String, expected: [String]
    ) async throws {
        try await withEmployerLists { lists in
            _ = try Self.workers(["6171010102900001;Budi Santosa Contoh;01-02-1990"], month: "2026-09-30", lists.office)
            _ = try lists.office.imports(
                .workers,
                text: Self.heading + "90000002;6171014303930002;;Wati Jauh;03-03-1993;P;;3915000\n", asOf: "2026-09-30")
            _ = try Self.workers([";\(name);\(born)"], month: "2026-10-31", lists.office)
            #expect(try Self.candidates(lists.office) == expected)
        }
    }

    @Test func `a decision holds until a newer one, and is asked once`() async throws {
        try await withEmployerLists { lists in
            let office = lists.office
            _ = try Self.workers(["6171010102900001;Budi Contoh;01-02-1990"], month: "2026-09-30", office)
            _ = try Self.workers([";Budi Contoh;01-02-1990"], month: "2026-10-31", office)
            let worker = try Self.person("nik is null", office)
            let person = try Self.person("nik = 6171010102900001", office)
            let merged = "select count(*)::text from register.merged_person()"
            try Self.decide(.same, worker, person, office)
            #expect(try office.lines(merged) == ["1"])
            #expect(try Self.candidates(office) == [])
            let again = #expect(throws: Fault.self) { try Self.decide(.same, worker, person, office) }
            #expect(again?.code == .matchRefused)
            try Self.decide(.different, worker, person, office)
            #expect(try office.lines(merged) == ["0"])
            #expect(try Self.candidates(office) == [])
        }
    }

    @Test func `nobody is two persons`() async throws {
        try await withEmployerLists { lists in
            let office = lists.office
            _ = try Self.workers(
                ["6171010102900001;Budi Contoh;01-02-1990", "6171010102900002;Budi Contoh;01-02-1990"],
                month: "2026-09-30", office)
            _ = try Self.workers([";Budi Contoh;01-02-1990"], month: "2026-10-31", office)
            let worker = try Self.person("nik is null", office)
            try Self.decide(.same, worker, Self.person("nik = 6171010102900001", office), office)
            let fault = #expect(throws: Fault.self) {
                try Self.decide(.same, worker, Self.person("nik = 6171010102900002", office), office)
            }
            #expect(fault?.code == .matchRefused)
        }
    }

    @Test(arguments: [true, false])
    func `only a worker without NIK is matched, and only with somebody who has one`(swapped: Bool) async throws {
        try await withEmployerLists { lists in
            let rows = ["6171010102900001;Budi Contoh;01-02-1990", ";Cici Contoh;01-02-1990"]
            _ = try Self.workers(rows, month: "2026-10-31", lists.office)
            let worker = try Self.person("nik is null", lists.office)
            let person = try Self.person("nik = 6171010102900001", lists.office)
            let fault = #expect(throws: Fault.self) {
                try Self.decide(.same, swapped ? person : worker, swapped ? person : worker, lists.office)
            }
            #expect(fault?.code == .workerUnknown)
        }
    }
}
