import Postgres

/// Reads the number cells of workbooks, where a column expects more than a number.
enum NumberCell {
    /// What was made of a cell, which the row is taken with a warning for.
    enum Mending: UInt8, CaseIterable {
        /// The noughts in front, which numbers lose, were put back.
        case noughts
        /// It was taken for the day that spreadsheets keep as this number.
        case day
        /// It is a day within a month, such as spreadsheets make of `Mar 25`, in a column of months.
        case month

        /// Code and words of the warning.
        var doubt: (code: String, message: String) {
            switch self {
            case .noughts:
                ("leading_zeros", "The cell is a number and had lost the zeros in front; they were put back.")
            case .day:
                (
                    "date_serial",
                    "The cell is a number; it was read as the day that spreadsheets keep as that number."
                )
            case .month:
                (
                    "day_within_month",
                    "The cell is a day within a month and was read as its month; of Mar 25, a spreadsheet makes a day of this year."
                )
            }
        }
    }

    /// More noughts than these are not missing: the number is another one.
    private static let mostNoughts = 3

    /// An amount in whole rupiah: what a formula leaves behind the point is rounded away, a fraction is refused unless it is
    /// to be rounded.
    static func rupiah(_ bytes: ArraySlice<UInt8>, rounded: Bool = false) throws(FieldError) -> Int64 {
        guard let point = bytes.firstIndex(of: UInt8(ascii: ".")) else { return try Money.parse(bytes) }
        let whole = try Money.parse(bytes[..<point])
        let thousandths = (1...3).reduce(0) { sum, place in
            sum * 10 + (point + place < bytes.endIndex ? Int(bytes[point + place]) - 48 : 0)
        }
        switch thousandths {
        case ..<5: return whole
        case 995...: return whole + 1
        case _ where rounded: return thousandths < 500 ? whole : whole + 1
        default: throw FieldError("not_whole_rupiah", "Amounts are whole rupiah; a fraction was found.")
        }
    }

    /// The day that a number stands for, where a cell lost the form of a date; a time may follow behind the point.
    ///
    /// Numbers that are years, months or counts mean days long ago, and those of six digits days far ahead: neither is
    /// taken for a date.
    ///
    /// - Parameters:
    ///   - bytes: the number in plain digits.
    ///   - countsFrom1904: true in workbooks whose first day is one of 1904.
    /// - Returns: the day.
    /// - Throws: ``FieldError`` with `not_a_date` when no day of a person's life or of the near future is meant.
    static func day(_ bytes: ArraySlice<UInt8>, countsFrom1904: Bool) throws(FieldError) -> CalendarDate {
        let whole = bytes.prefix { (48...57).contains($0) }
        let rest = bytes[whole.endIndex...]
        guard whole.count <= 6, let serial = Int(String(decoding: whole, as: UTF8.self)),
            rest.isEmpty || rest.first == UInt8(ascii: "."),
            let day = SerialDate(countsFrom1904: countsFrom1904).day(serial).flatMap({ CalendarDate(iso: $0) }),
            (DateLimits.earliest...DateLimits.latest).contains(day)
        else { throw FieldError("not_a_date", "The cell holds a number; format the column as a date.") }
        return day
    }

    /// The digits of a number that has lost the noughts in front, as numbers do; nil where none are missing.
    ///
    /// - Parameters:
    ///   - bytes: the number in plain digits.
    ///   - column: the column it stands in.
    /// - Returns: the digits with their noughts, of the next length that the column knows.
    static func filled(_ bytes: ArraySlice<UInt8>, for column: ImportLayout.Column) -> [UInt8]? {
        let lengths: [Int]
        switch column.type {
        case .digits: lengths = column.lengths ?? []
        case .npwp: lengths = [15, 16]
        // Division 04 does not exist: 47111 without its last digit is no line of business of another division.
        case .kbli where bytes.count == 4 && bytes.first != UInt8(ascii: "4"): lengths = [5]
        default: return nil
        }
        guard !lengths.contains(bytes.count), let length = lengths.filter({ $0 > bytes.count }).min(),
            length - bytes.count <= mostNoughts, bytes.first != UInt8(ascii: "0"),
            bytes.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return [UInt8](repeating: UInt8(ascii: "0"), count: length - bytes.count) + bytes
    }
}
