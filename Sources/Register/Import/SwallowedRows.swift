/// Rows of a CSV file that a quotation mark, opened and never closed, has taken into a value.
///
/// A value may have line breaks, and delimiters. One whose every further line has nearly as many delimiters as a row is
/// no value.
struct SwallowedRows {
    private let delimiter: UInt8?
    private let most: Int

    init(_ recognition: LayoutRecognition) {
        if case .csv(let delimiter, _) = recognition.format { self.delimiter = delimiter } else { delimiter = nil }
        most = max(2, recognition.width - 2)
    }

    /// The field that holds rows; nil for most records.
    func field(of record: TableRecord) -> Int? {
        guard let delimiter, record.gap == 0, record.bytes.contains(UInt8(ascii: "\n")) else { return nil }
        return (0..<record.count).first { field in
            record.bytes[record.range(of: field)].split(separator: UInt8(ascii: "\n")).dropFirst().contains { line in
                line.count { $0 == delimiter } >= most
            }
        }
    }
}
