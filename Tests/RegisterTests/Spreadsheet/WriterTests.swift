import FoundationEssentials
import Testing

@testable import Register

@Suite struct WriterTests {
    @Test func `what is written is read again`() throws {
        let file = try ScratchFile()
        let rows = [
            ["NIK", "Nama", "Catatan"], ["3171015708900001", "Siti Contoh", ""], ["0317", "  Joko  ", "=1+1"],
            ["", "", "@SUM(A1)"], ["-5", "+62", "satu\r\ndua\tdan _x0041_ \u{1} 東京 😀 <&>\""],
        ]
        let writer = try XLSXWriter(path: file.path)
        for row in rows { try writer.row(row) }
        try writer.finish()
        let read = try SheetRow.all(file.path, width: 3)
        #expect(read.map(\.texts) == rows)
        #expect(read.allSatisfy { $0.kinds.allSatisfy { $0 == .text || $0 == .empty } })
    }

    @Test func `characters that no workbook can hold are marked`() throws {
        let file = try ScratchFile()
        let writer = try XLSXWriter(path: file.path)
        try writer.row(["a\0b", "c\u{FFFE}d\u{FFFF}"])
        try writer.finish()
        #expect(try SheetRow.all(file.path).map(\.texts) == [["a\u{FFFD}b", "c\u{FFFD}d\u{FFFD}"]])
    }

    @Test func `the file appears when it is complete, for its owner alone`() throws {
        let file = try ScratchFile()
        var writer: XLSXWriter? = try XLSXWriter(path: file.path)
        try writer?.row(["a"])
        #expect(!FileManager.default.fileExists(atPath: file.path))
        try writer?.finish()
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o777 } == 0o600)

        writer = try XLSXWriter(path: file.folder + "/left.xlsx")
        try writer?.row(["a"])
        writer = nil
        #expect(try FileManager.default.contentsOfDirectory(atPath: file.folder) == ["a.xlsx"])
    }

    @Test func `what does not fit is a fault`() throws {
        let file = try ScratchFile()
        let writer = try XLSXWriter(path: file.path)
        for cells in [Array(repeating: "a", count: 16_385), [String(repeating: "a", count: 32_768)]] {
            let fault = #expect(throws: Fault.self) { try writer.row(cells) }
            #expect(fault?.code == .spreadsheetRefused)
        }
        let fault = #expect(throws: Fault.self) { try XLSXWriter(path: file.folder + "/none/a.xlsx") }
        #expect(fault?.code == .fileUnreadable)
    }
}
