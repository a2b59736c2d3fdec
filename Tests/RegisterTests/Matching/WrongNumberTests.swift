import Postgres
import TestSupport
import Testing

@testable import Register

/// A list that had a wrong number: what that joined is parted again, what belongs together stays.
@Suite struct WrongNumberTests {
    private static let liar = EmployerLists.Listed(number: "W-2", name: "CV Liar", npp: "99000022")
    private static var joined: EmployerLists.Listed {
        var row = liar
        row.code = "90000009"
        return row
    }

    /// Takes the newest batch back, and those before it where asked.
    private static func takeBack(_ count: Int, _ lists: EmployerLists) throws {
        let office = try Office.find(nil, in: lists.office.session)
        for batch in try lists.office.lines("select batch_id::text from import.batch order by batch_id desc").prefix(
            count)
        {
            _ = try Withdrawal.withdraw(
                #require(Int(batch)), office: office, reason: "wrong number", session: lists.office.session)
        }
    }

    @Test func `a row joined by the code of another employer is parted once its list is taken back`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000009", npp: "99000009")])
            _ = try lists.wlkp([Self.joined])
            #expect(try lists.identities() == ["90000009 W-2"])
            try Self.takeBack(1, lists)
            _ = try lists.wlkp([Self.liar])
            #expect(try lists.identities() == ["90000009", "W-2"])
        }
    }

    @Test func `also when all lists are taken back and come in right`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000009", npp: "99000009")])
            _ = try lists.wlkp([Self.joined])
            try Self.takeBack(2, lists)
            _ = try lists.jkn([.init(code: "90000009", npp: "99000009")])
            _ = try lists.wlkp([Self.liar])
            #expect(try lists.identities() == ["90000009", "W-2"])
        }
    }

    @Test func `while it stands a row of other numbers is doubted`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000009", npp: "99000009")])
            _ = try lists.wlkp([Self.joined])
            let corrected = try lists.wlkp([Self.liar])
            #expect(corrected.warnings.map { "\($0.column) \($0.code)" } == ["NPP BPJS TK other_number"])
        }
    }

    @Test(arguments: [1, 2])
    func `a right row finds its employer again, whatever was taken back`(count: Int) async throws {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000009", npp: "99000009")])
            _ = try lists.wlkp([.init(number: "W-1", code: "90000009")])
            try Self.takeBack(count, lists)
            if count == 2 { _ = try lists.jkn([.init(code: "90000009", npp: "99000009")]) }
            _ = try lists.wlkp([.init(number: "W-1", code: "90000009")])
            #expect(try lists.identities() == ["90000009 W-1"])
            let businesses: Int = try lists.office.session.value("select count(*) from register.business")
            #expect(businesses == 4)
        }
    }

    @Test(arguments: ["", "01/10/2026"])
    func `two codes of BPJS Kesehatan under one NPP are two employers unless the first is closed`(closedOn: String)
        async throws
    {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000008", npp: "99000008", closedOn: closedOn)])
            let second = try lists.jkn([.init(code: "90000009", npp: "99000008")])
            #expect(second.warnings.map(\.code) == (closedOn.isEmpty ? ["shared_number"] : []))
            #expect(try lists.identities() == (closedOn.isEmpty ? ["90000008", "90000009"] : ["90000008 90000009"]))
        }
    }

    @Test func `a code is not joined to the employer that another list gives another code`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1", code: "90000008", npp: "99000008")])
            _ = try lists.jkn([.init(code: "90000009", npp: "99000008")])
            #expect(try lists.identities() == ["90000008 W-1", "90000009"])
        }
    }

    @Test func `the number of a corrected list counts in place of the one before it`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.jkn([.init(code: "90000009", npp: "99000007")])
            let corrected = try lists.jkn([.init(code: "90000009", npp: "99000009")])
            #expect((corrected.accepted, corrected.unchanged) == (1, 0))
            let numbers = "select value from register.identifier where value in ('99000007', '99000009')"
            #expect(try lists.office.lines(numbers) == ["99000009"])
            // A list without the number takes none away.
            _ = try lists.jkn([.init(code: "90000009")], asOf: "2026-11-01")
            #expect(try lists.office.lines(numbers) == ["99000009"])
            _ = try lists.wlkp([.init(number: "W-2", name: "CV Liar", npp: "99000007")])
            #expect(try lists.identities() == ["90000009", "W-2"])
        }
    }
}
