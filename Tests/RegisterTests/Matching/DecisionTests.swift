import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct DecisionTests {
    @Test func `three records may be one, and parting one leaves the others together`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1"), .init(number: "W-2")])
            _ = try lists.jkn([.init(code: "90000009")])
            #expect(try lists.decide(.same, "W-1", "90000009"))
            #expect(try lists.decide(.same, "W-2", "W-1"))
            #expect(try lists.identities() == ["90000009 W-1 W-2"])
            #expect(try !lists.decide(.different, "W-1", "W-2"))
            #expect(try lists.identities() == ["90000009 W-1", "W-2"])
        }
    }

    @Test func `a third record may hold together what was parted`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1"), .init(number: "W-2"), .init(number: "W-3")])
            #expect(try lists.decide(.same, "W-1", "W-2"))
            #expect(try lists.decide(.same, "W-2", "W-3"))
            #expect(try lists.decide(.different, "W-1", "W-3"))
            #expect(try lists.identities() == ["W-1 W-2 W-3"])
        }
    }

    @Test func `a business is named by any number of its group and shown as the registered one`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1", name: "SEMBILAN")])
            _ = try lists.jkn([.init(code: "90000009", name: "PT Sembilan Jaya")])
            _ = try lists.decide(.same, "W-1", "90000009")
            let office = try Office.find(nil, in: lists.office.session)
            let one = try Business.find("W-1", of: office, in: lists.office.session)
            let other = try Business.find("90000009", of: office, in: lists.office.session)
            #expect(one == other)
            let names = try lists.office.lines(
                "select distinct name || ' ' || code from register.business_profile where wlkp_number = 'W-1'")
            #expect(names == ["PT Sembilan Jaya 90000009"])
        }
    }

    @Test(arguments: [("W-1", "W-1"), ("90000009", "90000009")])
    func `a record is not matched with itself`(pair: (String, String)) async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1", code: "90000009")])
            let fault = #expect(throws: Fault.self) { try lists.decide(.same, pair.0, pair.1) }
            #expect(fault?.code == .matchRefused)
        }
    }

    @Test func `two registered employers are not made one, not even by way of a third`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1")])
            _ = try lists.jkn([.init(code: "90000008"), .init(code: "90000009")])
            let direct = #expect(throws: Fault.self) { try lists.decide(.same, "90000008", "90000009") }
            #expect(direct?.code == .matchRefused)
            _ = try lists.decide(.same, "W-1", "90000008")
            let around = #expect(throws: Fault.self) { try lists.decide(.same, "W-1", "90000009") }
            #expect(around?.code == .matchRefused)
            #expect(try lists.identities() == ["90000008 W-1", "90000009"])
        }
    }

    @Test func `the same decision twice is refused, and a refusal changes nothing`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1"), .init(number: "W-2")])
            _ = try lists.decide(.same, "W-1", "W-2")
            let before = try registerState(lists.office.session)
            let fault = #expect(throws: Fault.self) { try lists.decide(.same, "W-2", "W-1") }
            #expect(fault?.code == .matchRefused)
            #expect(try registerState(lists.office.session) == before)
        }
    }

    @Test func `decisions are in the journal with their reason and without names`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1"), .init(number: "W-2")])
            _ = try lists.decide(.same, "W-1", "W-2")
            let entries = try lists.office.lines(
                """
                select regexp_replace(subject, '[0-9]+', 'N', 'g') || ': ' || reason || ' ' || details
                from journal.entry where act = 'business.match'
                """)
            #expect(entries == [#"business N and N: seen the papers {"verdict": "same"}"#])
        }
    }
}
