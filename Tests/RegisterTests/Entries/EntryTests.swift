import Postgres
import TestSupport
import Testing

@testable import Register

/// What comes by phone or on paper, one row at a time.
@Suite struct EntryTests {
    private static func record(
        _ entry: Entry, dryRun: Bool = false, _ lists: EmployerLists
    ) throws -> ImportOutcome {
        try entry.record(
            office: nil, dryRun: dryRun, resources: PatuhTemplates.resources, session: lists.office.session)
    }

    private static func business(_ name: String, number: String? = nil, region: String = "61.71") -> BusinessEntry {
        var business = BusinessEntry()
        business.name = name
        business.address = "Jl. Contoh 7; belakang \"Pasar\""
        business.region = region
        business.workers = 12
        business.nib = number
        return business
    }

    private static let day = CalendarDate(iso: "2026-10-20") ?? .earliest

    private static func payment(_ amount: String, reference: String = "TRX-1", employer: String = "90000001") -> Entry {
        Entry(
            .payments, layout: "entri_pembayaran", source: "slip shown", employer: employer,
            fields: [
                ("Tanggal Bayar", "2026-10-30"), ("Jumlah", amount), ("Bank", "BRI"), ("Referensi", reference),
            ])
    }

    private static func worker(_ nik: String?, name: String = "Ani Contoh", born: String? = nil) -> Entry {
        Entry(
            .workers, layout: "entri_pekerja", source: "pay slip", asOf: CalendarDate(iso: "2026-10-31"),
            employer: "90000001",
            fields: [
                ("NIK", nik ?? ""), ("Nama", name), ("Jenis Perubahan", "BARU"), ("Tanggal Lahir", born),
                ("Upah", "Rp3.500.000"),
            ])
    }

    @Test func `an employer without any number gets one, and its batch says who told`() async throws {
        try await withEmployerLists { lists in
            let outcome = try Self.record(
                Self.business("CV Laut Biru").entry(on: Self.day, source: "field visit, 20 Oct"), lists)
            #expect(outcome.accepted == 1)
            let stored = try lists.office.lines(
                """
                select concat_ws(' ', r.source, r.status, r.name, h.workers, b.source, b.kind, p.code = 'L-' || lpad(r.business_id::text, 6, '0'))
                from register.business_record as r
                inner join register.headcount as h using (business_id, batch_id)
                inner join register.business_profile as p using (business_id)
                inner join import.batch as b on b.batch_id = r.batch_id
                where r.source = 'field'
                """)
            #expect(stored == ["field active CV Laut Biru 12 field visit, 20 Oct businesses t"])
        }
    }

    @Test func `an employer with a number that is known is that employer`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1", nib: "9990000000009")])
            _ = try Self.record(
                Self.business("SEMBILAN, PT", number: "9990000000009").entry(on: Self.day, source: "phone"), lists)
            let businesses = try lists.office.lines(
                "select count(distinct business_id)::text from register.identifier where value in ('W-1', '9990000000009')"
            )
            #expect(businesses == ["1"])
        }
    }

    @Test(arguments: [
        (
            Self.business("CV Satu", region: "61.99"),
            "Kode Wilayah: No regency, district or village has this Kemendagri code."
        ),
        (Self.business("CV Satu", number: "123"), "NIB: 13 digits are expected, 3 were found."),
    ])
    func `what is not in order is refused with all reasons and nothing is recorded`(
        business: BusinessEntry, message: String
    ) async throws {
        try await withEmployerLists { lists in
            let before = try registerState(lists.office.session)
            let fault = #expect(throws: Fault.self) {
                try Self.record(business.entry(on: Self.day, source: "phone"), lists)
            }
            #expect(fault?.code == .entryRefused)
            #expect(fault?.message == message)
            #expect(try registerState(lists.office.session) == before)
        }
    }

    @Test func `a dry run checks and changes nothing`() async throws {
        try await withEmployerLists { lists in
            let before = try registerState(lists.office.session)
            let outcome = try Self.record(
                Self.business("CV Laut Biru").entry(on: Self.day, source: "phone"), dryRun: true, lists)
            #expect(outcome.accepted == 1)
            #expect(try registerState(lists.office.session) == before)
        }
    }

    @Test func `a change keeps what was not named, and says what it changed`() async throws {
        try await withEmployerLists { lists in
            _ = try Self.record(
                Self.business("CV Laut Biru", number: "9990000000009").entry(on: Self.day, source: "visit"), lists)
            let office = try Office.find(nil, in: lists.office.session)
            var known = try BusinessEntry.known("9990000000009", of: office, in: lists.office.session)
            known.workers = 20
            known.name = "CV Laut Biru Jaya"
            let later = Self.day.adding(days: 5)
            let outcome = try Self.record(known.entry(on: later, source: "phone"), lists)
            #expect(
                Set(outcome.changes.map(\.what)) == ["employers_changed", "employers_renamed", "headcounts_changed"])
            let newest = try lists.office.lines(
                "select concat_ws(' ', name, address) from register.business_profile where nib = '9990000000009'")
            #expect(newest == ["CV Laut Biru Jaya Jl. Contoh 7; belakang \"Pasar\""])
        }
    }

    @Test func `an employer that is renamed altogether is the same one`() async throws {
        try await withEmployerLists { lists in
            _ = try Self.record(
                Self.business("CV Laut Biru", number: "9990000000009").entry(on: Self.day, source: "visit"), lists)
            let office = try Office.find(nil, in: lists.office.session)
            var known = try BusinessEntry.known("9990000000009", of: office, in: lists.office.session)
            known.name = "PT Gunung Merah"
            let outcome = try Self.record(known.entry(on: Self.day.adding(days: 5), source: "phone"), lists)
            #expect((outcome.warned, outcome.changes.map(\.what)) == (0, ["employers_changed", "employers_renamed"]))
        }
    }

    @Test func `a change leaves an employer closed that has closed, until it opens again`() async throws {
        try await withEmployerLists { lists in
            _ = try Self.record(
                Self.business("CV Laut Biru", number: "9990000000009").entry(on: Self.day, source: "visit"), lists)
            let office = try Office.find(nil, in: lists.office.session)
            func known() throws -> BusinessEntry {
                try BusinessEntry.known("9990000000009", of: office, in: lists.office.session)
            }
            func newest() throws -> [String] {
                try lists.office.lines(
                    """
                    select concat_ws(' ', address, status, closed_on)
                    from register.business_record where source = 'field' order by batch_id desc limit 1
                    """)
            }
            var business = try known()
            #expect(business.closedOn == nil)
            business.closedOn = Self.day.adding(days: 2)
            _ = try Self.record(business.entry(on: Self.day.adding(days: 2), source: "visit"), lists)
            business = try known()
            business.address = "Jl. Baru 8"
            _ = try Self.record(business.entry(on: Self.day.adding(days: 5), source: "letter"), lists)
            #expect(try newest() == ["Jl. Baru 8 closed 2026-10-22"])
            business = try known()
            business.closedOn = nil
            let reopened = try Self.record(business.entry(on: Self.day.adding(days: 6), source: "visit"), lists)
            #expect(reopened.changes.map(\.what).contains("employers_reopened"))
            #expect(try newest() == ["Jl. Baru 8 active"])
        }
    }

    @Test func `a payment counts and makes no list complete`() async throws {
        try await withEmployerLists { lists in
            _ = try Self.record(Self.payment("1.250.000"), lists)
            let stored = try lists.office.lines(
                """
                select concat_ws(' ', p.amount, p.paid_on, b.as_of is null)
                from register.payment as p
                inner join import.batch as b using (batch_id)
                """)
            #expect(stored == ["1250000 2026-10-30 t"])
            let before = try registerState(lists.office.session)
            let again = #expect(throws: Fault.self) { try Self.record(Self.payment("1250000"), lists) }
            #expect(again?.code == .entryKnown)
            #expect(try registerState(lists.office.session) == before, "no batch stays of what is known")
        }
    }

    @Test(arguments: [
        (Self.payment("0"), Fault.Code.entryRefused), (Self.payment("1jt", employer: "99999999"), .businessUnknown),
        (Self.worker("617101410190900"), .entryRefused), (Self.worker(nil), .entryRefused),
    ])
    func `an entry passes the checks of an import`(entry: Entry, code: Fault.Code) async throws {
        try await withEmployerLists { lists in
            let fault = #expect(throws: Fault.self) { try Self.record(entry, lists) }
            #expect(fault?.code == code)
        }
    }

    @Test func `a worker adds to the list of the month and replaces nobody`() async throws {
        try await withEmployerLists { lists in
            _ = try Self.record(Self.worker("6171014101909001"), lists)
            let tini = try Self.record(Self.worker(nil, name: "Tini", born: "1992-02-02"), lists)
            #expect(tini.warnings.map(\.code) == ["no_nik"])
            let lists = try lists.office.lines(
                """
                select concat_ws(' ', r.source, r.complete, p.name, l.wage)
                from register.roster as r
                inner join register.roster_line as l using (roster_id)
                inner join register.person as p using (person_id)
                order by p.name
                """)
            #expect(lists == ["field f Ani Contoh 3500000", "field f Tini 3500000"])
        }
    }
}
