import TestSupport
import Testing

@testable import Register

/// Codes and dates that mean one thing in one form and another in the next.
@Suite struct LegendTests {
    @Test(arguments: Scenarios.table("values/legends.csv"))
    func `a code is read by the legend of its own form`(row: ScenarioRow) throws {
        let (name, to, spelling, expected) = try (row["layout"], row["column"], row["spelling"], row["value"])
        let layout = try #require(try ImportLayout.all(in: PatuhTemplates.resources).first { $0.layout == name })
        let column = try #require(layout.columns.first { $0.to == to })
        var record = TableRecord()
        record.bytes = Array(spelling.utf8)
        record.ends = [record.bytes.count]
        #expect(text(of: record, column) == expected)
    }

    @Test func `what a layout reads in its own way is told`() throws {
        let layouts = try ImportLayout.all(in: PatuhTemplates.resources)
        let mutation = LayoutReading(try #require(layouts.first { $0.layout == "bpjskes_mutasi" }))
        #expect(mutation.dates == "month/day/year")
        #expect(mutation.codes?.contains("relation 1=worker 2=husband 3=wife 4=child 5=extra; sex 1=M 2=F;") == true)
        let staff = LayoutReading(try #require(layouts.first { $0.layout == "bpjskes_pegawai_reguler" }))
        #expect(staff.dates == "day/month/year")
        #expect(staff.codes == "relation 1=worker 2=wife 3=husband 4=child")
        let plain = LayoutReading(try #require(layouts.first { $0.layout == "ppnpn_csv" }))
        #expect(plain.dates == nil && plain.codes == nil)
    }

    @Test func `only a row of running numbers is taken for the numbers of the columns`() {
        #expect(record("1", "2", "3", "4", "5", "6").isColumnNumbers)
        #expect(record("", "2", "3", "4", "5", "6", "").isColumnNumbers)
        #expect(record("", "", "1", "2", "3", "4", "5").isColumnNumbers)
        #expect(!record("1", "2", "3", "4").isColumnNumbers, "too few to tell")
        #expect(!record("1", "2", "3", "4", "6").isColumnNumbers)
        #expect(!record("1", "2", "x", "4", "5", "6").isColumnNumbers)
        #expect(!record("", "", "").isColumnNumbers)
    }

    private func record(_ fields: String...) -> TableRecord {
        var record = TableRecord()
        for field in fields {
            record.bytes += Array(field.utf8)
            record.ends.append(record.bytes.count)
        }
        return record
    }

    private func text(of record: TableRecord, _ column: ImportLayout.Column) -> String {
        do throws(FieldError) {
            return switch try FieldParser(column: column).parse(0, of: record) {
            case .null, .unread: "null"
            case .integer(let number): String(number)
            case .date(let date): String(describing: date)
            case .string(let string): string
            case .text(let range): String(decoding: record.bytes[range], as: UTF8.self)
            }
        } catch {
            return "! \(error.code)"
        }
    }
}
