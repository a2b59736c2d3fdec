import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Register

/// Text files in UTF-16, such as Excel's "Unicode Text".
@Suite struct UTF16Tests {
    /// A text as a spreadsheet writes it, with its byte order mark.
    static func bytes(_ text: String, isBigEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBigEndian ? [high, low] : [low, high]
        }
    }

    /// The text behind a byte order mark.
    private static func text(_ bytes: [UInt8], isBigEndian: Bool) -> String {
        var units: [UInt16] = []
        for place in stride(from: 2, to: bytes.count, by: 2) {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func records(_ bytes: [UInt8]) throws -> [[String]] {
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes, to: "file.txt")
        let format = try #require(
            try FileSurvey(path: path).formats.first { if case .csv(9, _) = $0 { true } else { false } })
        let reader = try format.open(path, keepsRaw: true)
        var record = TableRecord()
        var records: [[String]] = []
        while try reader.read(into: &record) { records.append(record.texts) }
        #expect(reader.share == 1)
        return records
    }

    @Test(arguments: [false, true])
    func `fields, quotes and line ends are read as in UTF-8`(isBigEndian: Bool) throws {
        let text = "NIK\tNama\r\n1\t\"Ani \"\"A\"\"\r\nContoh\"\r\né\t漢𝄞\r\n\t\r\nlast\tline"
        #expect(
            try Self.records(Self.bytes(text, isBigEndian: isBigEndian)) == [
                ["NIK", "Nama"], ["1", "Ani \"A\"\r\nContoh"], ["é", "漢𝄞"], ["", ""], ["last", "line"],
            ])
    }

    @Test(arguments: [false, true])
    func `characters that lie across the border of a chunk lose nothing`(isBigEndian: Bool) throws {
        for shift in 0..<4 {
            let long = String(repeating: "x", count: 128 * 1024 - 3 + shift)
            let text = "\(long)𝄞é\t1\r\n\(long)\t\"𝄞\"\"\n\"\r\n"
            let found = try Self.records(Self.bytes(text, isBigEndian: isBigEndian))
            #expect(found == [["\(long)𝄞é", "1"], [long, "𝄞\"\n"]], "shift \(shift)")
        }
    }

    @Test func `halves of characters are replaced, as elsewhere`() throws {
        let units: [UInt16] = [0xFEFF, 0x61, 0xD834, 0x09, 0xDD1E, 0x62, 0x0A, 0xD834, 0xD834, 0xDD1E, 0x09, 0xD834]
        let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try Self.records(bytes) == [["a\u{FFFD}", "\u{FFFD}b"], ["\u{FFFD}𝄞", "\u{FFFD}"]])
    }

    @Test func `a text that ends within a character has been cut off`() throws {
        let bytes = Self.bytes("NIK\tNama\n", isBigEndian: false) + [0x31]
        let fault = #expect(throws: Fault.self) { _ = try Self.records(bytes) }
        #expect(fault?.code == .csvMalformed && fault?.message.contains("cut off") == true)
    }

    @Test(arguments: [[0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]] as [[UInt8]])
    func `UTF-32 is refused with what to do`(bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes, to: "file.csv")
        let fault = #expect(throws: Fault.self) { _ = try FileSurvey(path: path) }
        #expect(fault?.code == .csvMalformed && fault?.hint?.contains("CSV UTF-8") == true)
    }

    @Test(arguments: [false, true])
    func `refused rows come back as the spreadsheet wrote them, and can be mended there`(isBigEndian: Bool) async throws
    {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let rows =
                    "Tanggal Bayar\tKode Badan Usaha\tJumlah\tBank\tReferensi\r\n"
                    + "07/09/2026\t90000001\t100.000\tBRI – é\tR1\r\n07/09/2026\t90000001\t300.00.0\tBRI – é\tR2\r\n"
                let file = try office.folder.write(Self.bytes(rows, isBigEndian: isBigEndian), to: "bayar.txt")
                let first = try office.imports(.payments, file: file, acceptValid: true)
                #expect((first.accepted, first.rejected, first.total) == (1, 1, 100_000))
                let banks = try office.lines("select bank from register.payment")
                #expect(banks == ["BRI – é"])
                let rejects = [UInt8](try Data(contentsOf: URL(filePath: office.rejects)))
                let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
                #expect(rejects.starts(with: mark))
                let text = Self.text(rejects, isBigEndian: isBigEndian)
                #expect(
                    text.hasPrefix("Tanggal Bayar\tKode Badan Usaha\tJumlah\tBank\tReferensi\t\"ALASAN PENOLAKAN\"\n"))
                #expect(text.contains("07/09/2026\t90000001\t300.00.0\tBRI – é\tR2\t"))
                let mended = try office.folder.write(
                    Self.bytes(text.replacing("300.00.0", with: "300.000"), isBigEndian: isBigEndian), to: "mended.txt")
                let second = try office.imports(.payments, file: mended)
                #expect((second.accepted, second.rejected, second.total) == (1, 0, 300_000))
            }
        }
    }
}
