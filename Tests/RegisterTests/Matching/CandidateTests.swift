import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct CandidateTests {
    @Test(arguments: Scenarios.table("matching/names.csv"))
    func `names that two lists write differently are proposed, others are not`(row: ScenarioRow) async throws {
        let differ = try row["numbers"] == "other"
        let wlkp = EmployerLists.Listed(
            number: "W-9", name: try row["wlkp_name"], region: try row["wlkp_region"],
            nib: differ ? "9990000000008" : "")
        let jkn = EmployerLists.Registered(
            code: "90000009", name: try row["jkn_name"], region: try row["jkn_region"],
            nib: differ ? "9990000000009" : "")
        let expected = try row["proposed"] == "yes" ? ["W-9 90000009"] : []
        try await withEmployerLists { lists in
            _ = try lists.wlkp([wlkp])
            _ = try lists.jkn([jkn])
            #expect(try lists.candidates() == expected)
            // Proposed or not: nothing is merged without a decision.
            #expect(try lists.identities() == ["90000009", "W-9"])
        }
    }

    @Test func `what was decided is not proposed again`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1"), .init(number: "W-2")])
            _ = try lists.jkn([.init(code: "90000009")])
            #expect(try lists.candidates() == ["W-1 90000009", "W-2 90000009"])
            #expect(try lists.decide(.same, "W-1", "90000009"))
            #expect(try !lists.decide(.different, "W-2", "90000009"))
            #expect(try lists.candidates() == [])
            #expect(try lists.identities() == ["90000009 W-1", "W-2"])
        }
    }

    @Test func `how alike two names are, and what speaks for and against, is told`() async throws {
        try await withEmployerLists { lists in
            _ = try lists.wlkp([.init(number: "W-1", name: "CV SEMBILAN", region: "61.71.03", npwp: "013000005093000")])
            _ = try lists.wlkp([.init(number: "W-2", name: "TOKO LAIN", region: "61.12", npwp: "013000005093000")])
            _ = try lists.jkn([.init(code: "90000009", region: "61.71.03", npwp: "013000005093000")])
            let told = try lists.office.lines(
                """
                select concat_ws(' ', u.code, c.name_similarity, c.is_cut, array_to_string(c.shared_numbers, '+'),
                    c.same_form, c.same_district, c.same_address)
                from register.office as o
                cross join lateral register.match_candidates(o.office_id) as c
                inner join register.business_profile as u on u.business_id = c.business_id
                order by 1
                """)
            #expect(told == ["W-1 100 f npwp f t t", "W-2 0 f npwp f f t"])
        }
    }
}
