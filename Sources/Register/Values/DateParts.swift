/// The parts of a date: its numbers, how many digits each has, and where a month stands by name.
struct DateParts {
    private(set) var numbers: [Int] = []
    private(set) var lengths: [Int] = []
    /// Position of a month that is written by its name; its number stands in `numbers`.
    private(set) var namedMonth: Int?

    /// True for dates such as 03/04/2026, which are of one month or the other by the order they are read in.
    var isExchangeable: Bool {
        numbers.count == 3 && namedMonth == nil && lengths[0] <= 2 && numbers[0] != numbers[1]
            && numbers[0] <= 12 && numbers[1] <= 12
    }

    private static let separators: [UInt8] = [
        UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: ","),
        UInt8(ascii: "'"),
    ]

    init(_ bytes: some Collection<UInt8>) throws(FieldError) {
        let day = try TimeOfDay.dropped(from: bytes)
        for part in day.split(whereSeparator: Self.separators.contains) {
            if part.allSatisfy({ (48...57).contains($0) }), part.count <= 4 {
                numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 48) })
                lengths.append(part.count)
            } else if namedMonth == nil, let month = MonthNames.number(of: part) {
                namedMonth = numbers.count
                numbers.append(month)
                lengths.append(2)
            } else {
                throw Self.notADate
            }
        }
        // Mar 25 10:15 is a day of an unknown year, no month.
        guard day.count == bytes.count || numbers.count == 3 else { throw Self.notADate }
    }

    private static var notADate: FieldError {
        FieldError("not_a_date", "A date in digits, or with the name of its month, is expected.")
    }
}
