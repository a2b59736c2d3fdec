import FoundationEssentials

/// A sample's files, read back without any of the generator's code.
struct BranchFiles {
    typealias Row = [String: String]

    struct Unreadable: Error {
        let name: String
    }

    let folder: String

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    }

    func bytes(_ name: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { throw Unreadable(name: name) }
        return Array(data)
    }

    func lines(_ name: String) throws -> [String] {
        var lines = try bytes(name).split(separator: 10, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Rows by column name; `titles` lines stand before the headers.
    func rows(_ name: String, titles: Int = 0, separator: Character = ";") throws -> [Row] {
        let lines = try lines(name).dropFirst(titles)
        guard let header = lines.first?.split(separator: separator, omittingEmptySubsequences: false) else { return [] }
        return try lines.dropFirst().map { line in
            let fields = line.split(separator: separator, omittingEmptySubsequences: false)
            guard fields.count == header.count else { throw Unreadable(name: name) }
            return Row(uniqueKeysWithValues: zip(header.map(String.init), fields.map(String.init)))
        }
    }

    func members() throws -> [Row] { try rows("jkn_peserta.csv", titles: 3) }

    /// The last month that has a wage list, as `yyyy-mm`.
    func lastMonth() throws -> String {
        let wages = try names.filter { $0.hasPrefix("bpjstk_upah_") }
        return String(wages.last?.dropFirst(12).prefix(7) ?? "")
    }

    /// The rows of truth.csv as they stand there.
    func truth() throws -> [String] { Array(try lines("truth.csv").dropFirst()) }
}

extension [String: String] {
    /// A field, or nothing when the column is missing, so that a wrong header fails the comparison.
    func text(_ column: String) -> String { self[column] ?? "?" }
    func number(_ column: String) -> Int { Int(text(column)) ?? -1 }

    /// A day `dd-mm-yyyy` or `dd/mm/yyyy` as `yyyymmdd`; nothing when empty.
    func day(_ column: String) -> Int? {
        let parts = text(column).split { $0 == "-" || $0 == "/" }.compactMap { Int($0) }
        return parts.count == 3 ? parts[2] * 10_000 + parts[1] * 100 + parts[0] : nil
    }
}

extension BranchFiles {
    /// Replaces a file, to see whether a test would notice.
    func write(_ lines: [String], to name: String) throws {
        let text = lines.joined(separator: "\n") + "\n"
        guard FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(text.utf8)) else {
            throw Unreadable(name: name)
        }
    }
}
