/// Rows of a CSV file that a quotation mark, opened and never closed, has taken into a value.
///
/// A value may have line breaks, and delimiters. It is no value when a further line of it is nearly as long as a row, or
/// has as many delimiters as stand before the value — a second mark in the same column has closed it there —, or a
/// number in the column of that number.
struct SwallowedRows {
    private static let identifying: Set<ImportLayout.Column.Kind> = [.nik, .digits, .npwp]

    private let delimiter: UInt8?
    private let most: Int
    private let numbers: [(position: Int, parser: FieldParser)]

    init(_ recognition: LayoutRecognition) {
        if case .csv(let delimiter, _) = recognition.format { self.delimiter = delimiter } else { delimiter = nil }
        most = max(2, recognition.width - (recognition.bringsBackRows ? 3 : 2))
        numbers = zip(recognition.positions, recognition.layout.columns).filter { Self.identifying.contains($1.type) }
            .map { ($0, FieldParser(column: $1)) }
    }

    /// The field that holds rows; nil for most records.
    func field(of record: TableRecord) -> Int? {
        guard let delimiter, record.lineBreaks > 0 else { return nil }
        return (0..<record.count).first { field in
            record.bytes[record.range(of: field)].split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine)
                .dropFirst().contains { line in
                    let count = line.count { $0 == delimiter }
                    return count >= most || count >= 2 && count == field || count > 0 && hasNumber(line, delimiter)
                }
        }
    }

    /// True for a line that has a NIK where NIKs stand, and the like.
    private func hasNumber(_ line: ArraySlice<UInt8>, _ delimiter: UInt8) -> Bool {
        var row = TableRecord()
        row.bytes = Array(line)
        row.gap = 1
        row.ends = row.bytes.indices.filter { row.bytes[$0] == delimiter } + [row.bytes.count]
        return numbers.contains { position, parser in
            guard position < row.count, let value = try? parser.parse(position, of: row) else { return false }
            switch value {
            case .integer, .string: return true
            default: return false
            }
        }
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
