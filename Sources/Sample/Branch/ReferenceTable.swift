import FoundationEssentials

/// A reference file: comma-separated, with a header row, small enough to be held whole.
struct ReferenceTable {
    let name: String
    private let columns: [String: Int]
    private let rows: [[String]]

    init(name: String, folder: String) throws {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
            throw SampleError(
                .reference, "The reference file \(name) cannot be read.",
                hint: "Give the folder that holds regency.csv and the minimum wages.")
        }
        let records = ReferenceTable.records(in: Array(data))
        self.name = name
        columns = Dictionary(
            (records.first ?? []).enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        rows = Array(records.dropFirst())
    }

    /// The rows of the named columns, in the file's order.
    func select(_ names: String...) throws -> [[String]] {
        let indexes = try names.map { column in
            guard let index = columns[column] else {
                throw SampleError(.reference, "The reference file \(name) has no column \(column).")
            }
            return index
        }
        return rows.filter { row in indexes.allSatisfy { $0 < row.count } }.map { row in indexes.map { row[$0] } }
    }

    /// Splits bytes into records as RFC 4180 has it.
    static func records(in bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var quoted = false
        func close() {
            record.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: ",") where !quoted: close()
            case UInt8(ascii: "\r") where !quoted: break
            case UInt8(ascii: "\n") where !quoted:
                close()
                if record != [""] { records.append(record) }
                record.removeAll(keepingCapacity: true)
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !record.isEmpty {
            close()
            records.append(record)
        }
        return records
    }
}
