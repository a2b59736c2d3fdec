@testable import Register

/// What a CSV file is read as.
struct CSVFile: Equatable {
    var records: [[String]] = []
    var lines: [Int] = []
    var raw: [String] = []

    init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ";")) throws {
        let folder = try TemporaryFolder()
        let reader = try CSVReader(path: folder.write(bytes, to: "file.csv"), delimiter: delimiter, keepsRaw: true)
        var record = TableRecord()
        while try reader.read(into: &record) {
            records.append(record.texts)
            lines.append(record.line)
            raw.append(String(decoding: record.raw, as: UTF8.self))
        }
    }

    init(_ text: String) throws {
        try self.init(Array(text.utf8))
    }
}
