import Postgres
import TestSupport
import Testing

@testable import Register

/// Spreadsheets make a day of `Mar 2025` by themselves, and show it as Mar-25, Maret 2025 or 03/2025.
@Suite struct MonthCellTests {
    private static let formats = """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="[$-421]mmmm\\ yyyy;@"/>
        <numFmt numFmtId="165" formatCode="mm/yyyy"/></numFmts>
        <cellXfs count="4"><xf/><xf numFmtId="17"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
        """
    /// Bills with a cell in the column of months, and the month and the doubt that come of it.
    private static let bills = [
        (#"<c s="1"><v>45717</v></c>"#, "2025-03-01", ""), (#"<c s="2"><v>45778</v></c>"#, "2025-05-01", ""),
        (#"<c s="3"><v>45838</v></c>"#, "2025-06-01", ""), (#"<c t="str"><v>Agu-25</v></c>"#, "2025-08-01", ""),
        (#"<c t="str"><v>30/09/2025</v></c>"#, "2025-09-01", ""), (#"<c><v>202510</v></c>"#, "2025-10-01", ""),
        // 25 April is what a spreadsheet makes of Apr 25; 45839 is the first of July in a cell of no form.
        (#"<c s="1"><v>45772</v></c>"#, "2025-04-01", "day_within_month"),
        (#"<c><v>45839</v></c>"#, "2025-07-01", "date_serial"),
    ]

    @Test func `a day in a column of months is its month`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let headings = ["Kode Badan Usaha", "Bulan", "Jumlah Peserta", "Jumlah Tagihan", "Jatuh Tempo"]
                let rows =
                    "<row>\(headings.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined())</row>"
                    + Self.bills.map { bill in
                        "<row><c t=\"str\"><v>90000001</v></c>\(bill.0)<c><v>7</v></c><c><v>1275517</v></c>"
                            + "<c s=\"1\"><v>46000</v></c></row>"
                    }.joined()
                let path = office.folder.path + "/tagihan.xlsx"
                try TestWorkbook(rows: rows, formats: Self.formats).write(to: path)
                let outcome = try office.imports(.bills, file: path)
                #expect(outcome.accepted == Self.bills.count, "\(outcome.rejects)")
                let months = try office.lines("select month::text from register.bill order by line")
                #expect(months == Self.bills.map(\.1))
                let doubts = try office.lines(
                    "select line || ' ' || code from import.warning where column_name = 'Bulan'")
                let expected = Self.bills.enumerated().filter { !$0.element.2.isEmpty }
                    .map { "\($0.offset + 2) \($0.element.2)" }
                #expect(Set(doubts) == Set(expected))
            }
        }
    }

    @Test(arguments: [(nil, "refused"), (DateOrder.dayMonthYear, "2025-04-01"), (.monthDayYear, "2025-03-01")])
    func `a date that is of two months by its order is not guessed`(order: DateOrder?, month: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(
                    .headcounts, text: "Kode BU;Periode;Jumlah Pekerja\n90000001;03/04/2025;12\n", dateOrder: order)
                let stored = try office.lines("select as_of::text from register.headcount")
                #expect(stored == (month == "refused" ? [] : [month]))
                if order == nil { #expect(outcome.rejects.first?.message.contains("--date-order") == true) }
            }
        }
    }
}
