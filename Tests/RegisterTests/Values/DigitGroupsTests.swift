import Testing

@testable import Register

@Suite struct DigitGroupsTests {
    /// Text and the digits of its groups; nil when it is left to the slower reading.
    @Test(
        arguments: [
            ("31-10-2026", ["31/2", "10/2", "2026/4"]),
            ("2026/1/02", ["2026/4", "1/1", "2/2"]),
            ("10.2026", ["10/2", "2026/4", "0/0"]),
            ("20261031", nil), ("", nil), ("-", nil), ("1-", nil), ("-1-2", nil), ("1--2", nil), ("1-2-3-4", nil),
            ("1-2-", nil), ("12345-1", nil), ("31 10 2026", nil), ("31-Okt-2026", nil), ("31-10-2026 10:15", nil),
        ] as [(String, [String]?)])
    func groups(text: String, expected: [String]?) {
        let found = DigitGroups(Array(text.utf8)).map { groups in
            [groups.first, groups.second, groups.third].map { "\($0.number)/\($0.length)" }
        }
        #expect(found == expected)
    }

    @Test func `dates that both readings know are read alike`() throws {
        for order in [DateOrder.dayMonthYear, .monthDayYear, .yearMonthDay] {
            for text in ["31-10-2026", "2026-10-31", "10/31/2026", "1.2.2026", "02-01-26", "2026-2-30", "1-2026-3"] {
                // A trailing separator sends the same parts the slower way.
                #expect(read(text, order) == read(text + ".", order), "\(text) \(order)")
            }
        }
    }

    private func read(_ text: String, _ order: DateOrder) -> String {
        do throws(FieldError) {
            return String(describing: try order.parse(Array(text.utf8)))
        } catch {
            return error.message
        }
    }
}
