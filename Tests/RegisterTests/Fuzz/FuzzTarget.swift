import FoundationEssentials
import Testing

@testable import Register

/// A kind of damage and what has to cope with it.
struct FuzzTarget: Sendable, CustomTestStringConvertible {
    let name: String
    /// Inputs of it for every hundred damaged files.
    let share: Int
    /// Prepares what the attempts share; each attempt then damages an input and reads it.
    let start: @Sendable () throws -> (inout SplitMix) throws -> Void

    var testDescription: String { name }

    static let all = [archives, parts, csv, files] + FuzzedValue.targets

    /// The bytes of a workbook: mostly caught by the archive and its checksums.
    private static let archives = FuzzTarget(name: "archives", share: 20) {
        let file = try ScratchFile()
        try FuzzSeeds.workbook.write(to: file.path)
        let original = try file.bytes
        return { random in
            var bytes = original
            Mutation.apply(&bytes, &random)
            try file.write(bytes)
            _ = try SheetRow.all(file.path)
        }
    }

    /// The XML inside of a sound archive, which no checksum catches.
    private static let parts = FuzzTarget(name: "XML in sound archives", share: 45) {
        let file = try ScratchFile()
        let original = FuzzSeeds.workbook.parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
        return { random in
            var parts = original
            // Half of the damage is done to the sheet, which is the part with most to go wrong.
            let place = Bool.random(using: &random) ? parts.count - 1 : Int.random(in: 0..<parts.count, using: &random)
            // Half of it leaves well-formed XML whose numbers are wrong.
            if Bool.random(using: &random) {
                Mutation.applyToDigits(&parts[place].bytes, &random)
            } else {
                Mutation.apply(&parts[place].bytes, &random)
            }
            try ZipFile.write(parts, to: file.path, deflated: false)
            _ = try SheetRow.all(file.path)
        }
    }

    private static let csv = FuzzTarget(name: "CSV", share: 30) {
        let file = try ScratchFile("a.csv")
        return { random in
            var bytes = Array(FuzzSeeds.csv.utf8)
            Mutation.apply(&bytes, &random)
            try file.write(bytes)
            let encodings: [TextEncoding] = [
                .utf8, .windows1252, .utf16(isBigEndian: false), .utf16(isBigEndian: true),
            ]
            let encoding = encodings[Int.random(in: 0..<encodings.count, using: &random)]
            if case .utf16(let isBigEndian) = encoding {
                bytes = UTF16Tests.bytes(String(decoding: bytes, as: UTF8.self), isBigEndian: isBigEndian)
                Mutation.apply(&bytes, &random)
                try file.write(bytes)
            }
            let reader = try CSVReader(
                path: file.path, delimiter: UInt8(ascii: ";"), encoding: encoding, keepsRaw: true)
            try readAll(reader)
        }
    }

    /// Whole files as an import takes them up to the server: form, layout, rows, fields.
    private static let files = FuzzTarget(name: "files to be imported", share: 5) {
        let layouts = try ImportLayout.all(in: FuzzSeeds.resources)
        let originals = try FuzzSeeds.files()
        let file = try ScratchFile("a.csv")
        return { random in
            var (kind, bytes) = originals[Int.random(in: 0..<originals.count, using: &random)]
            Mutation.apply(&bytes, &random)
            try file.write(bytes)
            let recognition = try LayoutSearch(
                path: file.path, layouts: layouts.filter { $0.kind == kind }, others: layouts.filter { $0.kind != kind }
            ).find(in: FileSurvey(path: file.path).formats)
            let reader = try recognition.format.open(file.path, width: recognition.width)
            let parsers = recognition.layout.columns.map(FieldParser.init)
            var record = TableRecord()
            while try reader.read(into: &record) {
                for (parser, position) in zip(parsers, recognition.positions) where position < record.count {
                    // A wrong field refuses its row, not the file.
                    _ = try? parser.parse(position, of: record)
                }
            }
        }
    }

    private static func readAll(_ reader: some RowReader) throws {
        var record = TableRecord()
        while try reader.read(into: &record) { _ = SheetRow(record) }
    }
}
