import Postgres

/// What the rows of a file say about the order of day and month in its dates.
///
/// A row speaks for the order of the layout when the birth date agrees with the one in the NIK, or when a day above 12
/// stands where the order wants it; it speaks for the other order when only the exchange of day and month does that.
/// Dates that have one reading in every order say nothing.
struct DateOrderVotes {
    private let layout: ImportLayout
    private let positions: [Int]
    private let dates: [Int]
    private let nik: Int?
    private let birthDate: Int?
    /// Rows that speak for the order of the layout.
    private(set) var own = 0
    /// Rows that were read and would be read otherwise in another order.
    private var dependent = 0
    /// Rows that speak for the other order.
    private(set) var other = 0
    /// Dates of the spreadsheet up to the 12th of a month, and later ones.
    private var cells = (early: 0, late: 0)
    /// Dates in texts up to the 12th, and later ones.
    private var texts = (early: 0, late: 0)

    init(_ recognition: LayoutRecognition) {
        layout = recognition.layout
        positions = recognition.positions
        dates = layout.columns.indices.filter { recognition.layout.columns[$0].type == .date }
        nik = layout.columns.firstIndex { $0.to == "nik" }
        birthDate = layout.columns.firstIndex { $0.to == "birth_date" && $0.type == .date }
    }

    /// The order that the rows are in, when it is not that of the layout.
    var contradiction: DateOrder? {
        guard other > own, dependent > 0, let order = layout.columns.first(where: { $0.type == .date })?.order else {
            return nil
        }
        return order.exchanged
    }

    /// True when dates up to the 12th are all cells of days and later ones all texts: so they become where day and month
    /// are read in the other order, which exchanges them.
    var isMixed: Bool { cells.late == 0 && texts.early == 0 && cells.early > 1 && texts.late > 1 }

    /// Notes which dates of a workbook are days and which are texts.
    private mutating func noteForm(of column: Int, _ day: Int, _ record: TableRecord) {
        let isLate = day > 12
        if record.kind(positions[column]) == .date {
            if isLate { cells.late += 1 } else { cells.early += 1 }
        } else if isWrittenInOrder(column, record) {
            if isLate { texts.late += 1 } else { texts.early += 1 }
        }
    }

    /// Takes a row whose values were read.
    mutating func take(_ values: [FieldValue], of record: TableRecord) {
        if dates.contains(where: { isWrittenInOrder($0, record) }) { dependent += 1 }
        if !record.kinds.isEmpty {
            for column in dates {
                if case .date(let date) = values[column] { noteForm(of: column, date.day, record) }
            }
        }
        if let nik, let birthDate, case .integer(let number) = values[nik], case .date(let date) = values[birthDate] {
            let day = Int(number / 100_000_000 % 100) % 40
            let month = Int(number / 1_000_000 % 100)
            let (written, place) = (date.day, date.month)
            if day != month, date.year % 100 == Int(number / 10_000 % 100), isWrittenInOrder(birthDate, record) {
                if (day, month) == (written, place) { return own += 1 }
                if (day, month) == (place, written) { return other += 1 }
            }
        }
        let hasLateDay = dates.contains { index in
            guard case .date(let date) = values[index] else { return false }
            return date.day > 12 && isWrittenInOrder(index, record)
        }
        if hasLateDay { own += 1 }
    }

    /// Takes a row that was refused for the value of a column.
    mutating func take(refused column: Int, of record: TableRecord) {
        guard dates.contains(column), isWrittenInOrder(column, record),
            let order = layout.columns[column].order?.exchanged,
            (try? order.parse(text(column, of: record))) != nil
        else { return }
        other += 1
    }

    /// True for dates such as 03/04/2026, which only the order tells.
    private func isWrittenInOrder(_ column: Int, _ record: TableRecord) -> Bool {
        guard let groups = DigitGroups(text(column, of: record)) else { return false }
        return groups.first.length <= 2 && groups.second.length <= 2 && groups.third.length == 4
    }

    private func text(_ column: Int, of record: TableRecord) -> ArraySlice<UInt8> {
        guard positions[column] < record.count else { return [] }
        let bytes = record.bytes[record.range(of: positions[column])].drop { $0 == 32 }
        return bytes.prefix { $0 != 32 }
    }
}
