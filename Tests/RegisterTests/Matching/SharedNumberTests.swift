import Postgres
import TestSupport
import Testing

@testable import Register

/// Numbers that several sites of a firm share.
@Suite struct SharedNumberTests {
    private static let npwp = "013000005093000"

    @Test(arguments: [true, false])
    func `two sites under one NPWP stay apart and are proposed`(wlkpFirst: Bool) async throws {
        try await withEmployerLists { lists in
            let sites = [
                EmployerLists.Listed(number: "W-1", npwp: Self.npwp), .init(number: "W-2", npwp: Self.npwp),
            ]
            let registered = EmployerLists.Registered(code: "90000009", npwp: Self.npwp)
            if !wlkpFirst { _ = try lists.jkn([registered]) }
            let listed = try lists.wlkp(sites)
            #expect(listed.warnings.map(\.code) == ["shared_number"])
            #expect(listed.warned == 2)
            if wlkpFirst { _ = try lists.jkn([registered]) }
            #expect(try lists.identities() == ["90000009", "W-1", "W-2"])
            #expect(try lists.candidates() == ["W-1 90000009", "W-2 90000009"])
        }
    }

    @Test func `a site that names the kode badan usaha is that business, the second of two is not`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000009")])
            _ = try lists.wlkp([.init(number: "W-1", code: "90000009"), .init(number: "W-2", code: "90000009")])
            #expect(try lists.identities() == ["90000009 W-1", "90000009 W-2"])
            // The list of BPJS Kesehatan says whose code it is.
            let office = try Office.find(nil, in: lists.office.session)
            let one = try Business.find("W-1", of: office, in: lists.office.session)
            let other = try Business.find("90000009", of: office, in: lists.office.session)
            #expect(one == other)
        }
    }

    @Test(arguments: [("PT Sembilan Jaya", false), ("TOKO LAIN SEKALI", true)])
    func `who has a number of its issuer under quite another name is linked and doubted, by the heading of the number`(
        name: String, isDoubted: Bool
    ) async throws {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000009", npp: "99000009")])
            let listed = try lists.wlkp([.init(number: "W-1", name: name, npp: "99000009")])
            let doubts = listed.warnings.map { "\($0.column) \($0.code)" }
            #expect(doubts == (isDoubted ? ["NPP BPJS TK unlike_name"] : []))
            #expect(try lists.identities() == ["90000009 W-1"])
        }
    }

    @Test(arguments: [("PT Sembilan Jaya", false), ("TOKO LAIN SEKALI", true)], [true, false])
    func `who has an NPWP under quite another name stays apart and is proposed`(
        name: (String, isUnlike: Bool), wlkpFirst: Bool
    ) async throws {
        try await withEmployerLists { lists in
            let listed = EmployerLists.Listed(number: "W-1", name: name.0, npwp: Self.npwp)
            let registered = EmployerLists.Registered(code: "90000009", npwp: Self.npwp)
            if wlkpFirst { _ = try lists.wlkp([listed]) }
            var outcome = try lists.jkn([registered])
            if !wlkpFirst { outcome = try lists.wlkp([listed]) }
            #expect(outcome.warnings.map { "\($0.column) \($0.code)" } == (name.isUnlike ? ["NPWP shared_number"] : []))
            #expect(try lists.identities() == (name.isUnlike ? ["90000009", "W-1"] : ["90000009 W-1"]))
            #expect(try lists.candidates() == (name.isUnlike ? ["W-1 90000009"] : []))
        }
    }

    @Test func `a list comes again, and every row finds its own business`() async throws {
        try await withEmployerLists { lists in
            let rows = [EmployerLists.Listed(number: "W-1", npwp: Self.npwp), .init(number: "W-2", npwp: Self.npwp)]
            _ = try lists.wlkp(rows)
            let again = try lists.wlkp(rows, reportedOn: "01/11/2026")
            #expect(again.accepted == 2)
            #expect(try lists.identities() == ["W-1", "W-2"])
        }
    }

    @Test func `a wrong number goes with the batch that gave it`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000008", npp: "99000008"), .init(code: "90000009", npp: "99000009")])
            // The labour office gives the NPP of the one firm to another; BPJS Kesehatan's list counts.
            _ = try lists.wlkp([.init(number: "W-1", name: "PT Lain", nib: "9990000000008", npp: "99000009")])
            #expect(try lists.identities() == ["90000008", "90000009 W-1"])
            let office = try Office.find(nil, in: lists.office.session)
            let batch: Int = try lists.office.session.value("select max(batch_id) from import.batch")
            _ = try Withdrawal.withdraw(batch, office: office, reason: "wrong NPP", session: lists.office.session)
            let corrected = try lists.wlkp([
                .init(number: "W-1", name: "PT Lain", nib: "9990000000008", npp: "99000007")
            ])
            #expect(corrected.warned == 0)
            let known = try lists.office.lines(
                "select value from register.identifier where kind = 'npp' and value like '9900000%' order by value")
            #expect(known.suffix(3) == ["99000007", "99000008", "99000009"])
        }
    }

    @Test func `a number that two equally good rows claim leads nowhere until somebody decides`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([
                .init(number: "W-1", name: "Satu", npp: "99000007"), .init(number: "W-2", name: "Dua", npp: "99000007"),
            ])
            let wages =
                "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP\n9901013112900001;Pekerja;31-12-1990;3915000;10-2026;99000007\n"
            let refused = try lists.office.imports(.bpjstkWages, text: wages)
            #expect(refused.rejects.map(\.code) == ["unknown_business"])
            _ = try lists.decide(.same, "W-1", "W-2")
            let accepted = try lists.office.imports(.bpjstkWages, text: wages)
            #expect(accepted.accepted == 1)
        }
    }
}
