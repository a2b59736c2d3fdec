/// Rows of a CSV file between commas in which `3,500,250` stands without quotation marks: three values instead of one.
///
/// Columns that are blank at the end of a row make room for them, so that the number of fields does not tell.
struct SplitAmounts {
    /// The columns of amounts, by their place in the layout and in the file.
    private let amounts: [(index: Int, position: Int)]

    init(_ recognition: LayoutRecognition) {
        guard case .csv(UInt8(ascii: ","), _) = recognition.format else {
            amounts = []
            return
        }
        amounts = recognition.layout.columns.indices.filter { recognition.layout.columns[$0].type == .money }
            .map { ($0, recognition.positions[$0]) }
    }

    /// The column of the layout whose amount goes on in the next field with three digits; nil for most records.
    func column(of record: TableRecord) -> Int? {
        amounts.first { _, position in
            position + 1 < record.count && isStart(record.bytes[record.range(of: position)])
                && isGroup(record.bytes[record.range(of: position + 1)])
        }?.index
    }

    /// True for one to three digits, the first of them no nought; a currency may stand before them.
    private func isStart(_ field: ArraySlice<UInt8>) -> Bool {
        guard field.count <= 8, let last = field.last, isDigit(last) else { return false }
        let digits = field.drop { !isDigit($0) }
        return digits.count <= 3 && digits.first != UInt8(ascii: "0") && digits.allSatisfy(isDigit)
    }

    /// True for three digits; decimals may stand behind them.
    private func isGroup(_ field: ArraySlice<UInt8>) -> Bool {
        field.count >= 3 && field.prefix(3).allSatisfy(isDigit)
            && (field.count == 3 || field.count <= 6 && field[field.startIndex + 3] == UInt8(ascii: "."))
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
