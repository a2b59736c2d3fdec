import Postgres
import TestSupport
import Testing

@testable import Register

/// Files with several rows that lead to one business of the register.
@Suite struct RepeatedEmployerTests {
    private static let headings = [
        ImportKind.jknBusinesses:
            "Kode Badan Usaha;Nama Badan Usaha;Alamat;Kode Wilayah;NPWP;NIB;NPP BPJS TK;Skala Usaha;"
            + "Virtual Account;Tanggal Registrasi;Status;Tanggal Nonaktif\n",
        .wlkp: "Nomor WLKP;Nama Perusahaan;Alamat;Kode Wilayah;NIB;NPWP;KBLI;Skala Usaha;Jumlah TK;TK Laki-laki;"
            + "TK Perempuan;TKA;Kode Badan Usaha;NPP BPJS TK;Tanggal Lapor;Status\n",
    ]

    private static func row(_ number: String, _ status: String, npp: String = "", code: String = "") -> String {
        number.hasPrefix("W")
            ? "\(number);PT Satu;Jl. Contoh;61.71.03;;;;;5;;;;\(code);\(npp);31/10/2026;\(status)\n"
            : "\(number);PT Satu;Jl. Contoh;61.71.03;;;\(npp);;;01/05/2020;\(status);"
                + (status == "NONAKTIF" ? "01/07/2026\n" : "\n")
    }

    @Test(arguments: Scenarios.table("imports/several-numbers.csv"))
    func `of the rows that lead to one business one counts`(example: ScenarioRow) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let kind = try #require(ImportKind(rawValue: try example["kind"]))
                let heading = try #require(Self.headings[kind])
                // One list after the other gives another number to the business of 90000001, once that is closed.
                let known =
                    kind == .wlkp
                    ? ["W-1", "W-2"].map { Self.row($0, "AKTIF", code: "90000001") }
                    : ["90000001", "90000011", "90000021"].map { Self.row($0, "NONAKTIF", npp: "99000001") }
                for row in known {
                    let outcome = try office.imports(kind, text: heading + row, asOf: "2026-09-30")
                    #expect(outcome.accepted + outcome.unchanged == 1)
                }
                let rows = try example["rows"].split(separator: ", ").map { $0.split(separator: " ").map(String.init) }
                let outcome = try office.imports(
                    kind, text: heading + rows.map { Self.row($0[0], $0[1]) }.joined(), asOf: "2026-10-31",
                    acceptValid: true)
                let refused = try office.lines(
                    """
                    select line || ' ' || code || ' ' || (regexp_match(message, 'above|below'))[1]
                    from import.reject order by line
                    """)
                let expected = zip(
                    try example["rejected"].split(separator: " "), try example["reason"].split(separator: " "))
                #expect(refused == expected.map { "\($0) several_numbers \($1)" })
                #expect(outcome.accepted + outcome.unchanged == rows.count - refused.count)
                let businesses: Int = try session.value("select count(*) from register.business")
                #expect(businesses == 3)
            }
        }
    }

    @Test func `a row without a number is refused beside one with the number of the same business`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let heading = "Nomor Lapangan;Nama Badan Usaha;Alamat;Kode Wilayah\n"
                _ = try office.imports(
                    .businesses, text: heading + ";Toko Empat;Jl. Contoh;61.71.03\n", asOf: "2026-09-30")
                let number = try #require(
                    try office.lines("select value from register.business_identifier where kind = 'field_number'").first
                )
                let outcome = try office.imports(
                    .businesses,
                    text: heading + ";Toko Empat;Jl. Contoh;61.71.03\n\(number);Toko Empat;Jl. Contoh No. 1;61.71.03\n",
                    asOf: "2026-10-31", acceptValid: true)
                #expect(outcome.rejects.map(\.firstLine) == [2])
                #expect(outcome.rejects.map(\.code) == ["duplicate"])
                #expect(outcome.accepted == 1)
            }
        }
    }
}
