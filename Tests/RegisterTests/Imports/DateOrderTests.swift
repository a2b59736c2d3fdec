import Postgres
import TestSupport
import Testing

@testable import Register

/// Three people born on 5 January, 6 February and 7 March 1990 by their NIKs, and birth dates written in some order.
@Suite struct DateOrderTests {
    @Test(arguments: Scenarios.table("imports/date-orders.csv"))
    func `dates that the NIKs contradict do not come in`(row: ScenarioRow) async throws {
        let births = try row["births"].split(separator: " ")
        let people = zip(["0501909001", "0602909002", "0703909003"], births)
        let text =
            "NIK;Nama;Tanggal Lahir;Upah\n"
            + people.map { "617101\($0);Orang \($0.suffix(1));\($1);3500000\n" }.joined()
        let order = try DateOrder(rawValue: row["order"])
        let expected = try row["stored"]
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                func read() throws -> [String] {
                    _ = try office.imports(
                        .workers, text: text, asOf: "2026-10-31", employer: "90000001", dateOrder: order)
                    return try office.lines("select birth_date::text from register.person order by nik")
                }
                guard expected == "refused" else {
                    let stored = try read()
                    #expect(stored == expected.split(separator: " ").map(String.init))
                    return
                }
                let fault = #expect(throws: Fault.self) { try read() }
                #expect(fault?.code == .dateOrderDoubtful)
                let known: Int = try session.value("select count(*) from register.person")
                #expect(known == 0)
            }
        }
    }
}
