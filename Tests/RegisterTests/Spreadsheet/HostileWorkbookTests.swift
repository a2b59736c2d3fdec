import Testing

@testable import Register

/// Files that are damaged, or made to do harm: always a fault, never a crash, a hang or wrong rows.
@Suite(.timeLimit(.minutes(2))) struct HostileWorkbookTests {
    private static let filled = "<row><c><v>1</v></c></row>"

    private func code(_ workbook: TestWorkbook) -> Fault.Code? {
        #expect(throws: Fault.self) { try workbook.read() }?.code
    }

    private func code(sheet: String) -> Fault.Code? {
        var workbook = TestWorkbook(rows: "")
        workbook["xl/worksheets/sheet1.xml"] = sheet
        return code(workbook)
    }

    @Test(arguments: [
        "<row r=\"1048577\"/>", "<row r=\"0\"/>", "<row r=\"-1\"/>", "<row r=\"x\"/>",
        "<row r=\"99999999999999999999\"/>",
        "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row><c r=\"A1048577\"/></row>", "<row><c r=\"\"/></row>",
        "<row r=\"1048576\"/><row/>", "<row><c r=\"XFD1\"/><c/></row>",
    ])
    func `places outside of any sheet are refused`(_ rows: String) {
        #expect(code(TestWorkbook(rows: rows)) == .spreadsheetRefused)
    }

    @Test(arguments: [
        "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"2\"/><row r=\"2\"/>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>",
        "<row><c r=\"B1\"/><c r=\"B1\"/></row>", "<row r=\"5\"><c r=\"A6\"/></row>", "<row><row/></row>",
        "<c r=\"A1\"/>",
        "<row><c><c/></c></row>", "<row><c t=\"s\"><v>0</v></c></row>", "<row><c t=\"s\"><v>-1</v></c></row>",
        "<row><c t=\"s\"><v>x</v></c></row>", "<row><c t=\"s\"><v>99999999999999999999</v></c></row>",
        "<row><c></row>", "<row><c><v>&lt</v></c></row>", "<row><c><v>&wages;</v></c></row>", "<row>\u{1}</row>", "<",
    ])
    func `rows that make no sense are a fault`(_ rows: String) {
        #expect(code(TestWorkbook(rows: rows)) == .spreadsheetMalformed)
    }

    @Test func `document types and their entities are refused`() {
        let entities = (1...9).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);\">" }.joined()
        let sheet = TestWorkbook.sheet("<row><c t=\"inlineStr\"><is><t>&e9;</t></is></c></row>")
        #expect(code(sheet: "<!DOCTYPE a [<!ENTITY e0 \"ha\">\(entities)]>\(sheet)") == .spreadsheetRefused)
        #expect(code(sheet: "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">\(sheet)") == .spreadsheetRefused)
    }

    @Test func `deep nesting and endless tags are refused`() {
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        #expect(code(TestWorkbook(rows: deep)) == .spreadsheetRefused)
        var noise = SplitMix(seed: 1)
        let long = String(
            decoding: (0..<2_000_000).map { _ in UInt8.random(in: 65...90, using: &noise) }, as: UTF8.self)
        #expect(code(TestWorkbook(rows: "<!--\(long)-->")) == .spreadsheetRefused)
        #expect(code(TestWorkbook(rows: "<row a=\"\(long)\"/>")) == .spreadsheetRefused)
        #expect(code(TestWorkbook(rows: "<row><c><v>\(long)</v></c></row>")) == .spreadsheetRefused)
        let workbook = TestWorkbook(rows: Self.filled, strings: "<si><t>\(long)</t></si>")
        #expect(code(workbook) == .spreadsheetRefused)
    }

    @Test func `a long text that many cells share does not fill the memory`() {
        let strings = "<si><t>\(String(repeating: "panjang ", count: 100_000))</t></si>"
        let rows = "<row>\(String(repeating: "<c t=\"s\"><v>0</v></c>", count: 16_000))</row>"
        #expect(code(TestWorkbook(rows: rows, strings: strings)) == .spreadsheetRefused)
    }

    @Test func `zip bombs are refused`() throws {
        let spaces = String(repeating: " ", count: 16 << 20)
        #expect(code(TestWorkbook(rows: spaces)) == .spreadsheetRefused)
        #expect(code(TestWorkbook(rows: Self.filled, strings: spaces)) == .spreadsheetRefused)
        // What follows the rows is unpacked for its checksum: it must not be a way around.
        #expect(code(sheet: TestWorkbook.sheet(Self.filled) + spaces) == .spreadsheetRefused)
    }

    @Test func `a directory that promises gigabytes is refused`() throws {
        let file = try ScratchFile()
        try TestWorkbook(rows: Self.filled).write(to: file.path)
        var bytes = try file.bytes
        // The inflated size stands 24 bytes into each entry of the directory.
        let entry = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        bytes.replaceSubrange((entry + 24)..<(entry + 28), with: [0xF0, 0xFF, 0xFF, 0xFF])
        try file.write(bytes)
        #expect(throws: Fault.self) { try SheetRow.all(file.path) }
    }

    @Test func `files that were cut off are a fault`() throws {
        let file = try ScratchFile()
        try TestWorkbook(rows: String(repeating: Self.filled, count: 500)).write(to: file.path)
        let bytes = try file.bytes
        for length in stride(from: 0, to: bytes.count - 1, by: max(1, bytes.count / 60)) {
            try file.write(Array(bytes[..<length]))
            let fault = #expect(throws: Fault.self) { try SheetRow.all(file.path) }
            #expect(fault?.code == .spreadsheetMalformed)
        }
    }

    @Test(arguments: ["<v>5067381<", "left=\"0.7\""]) func `a changed digit is noticed`(_ place: String) throws {
        let file = try ScratchFile()
        try TestWorkbook(rows: "<row><c><v>5067381</v></c></row>").write(to: file.path, deflated: false)
        var bytes = try file.bytes
        let found = try #require(bytes.indices.first { bytes[$0...].starts(with: place.utf8) })
        bytes[found + place.utf8.count - 2] ^= 1
        try file.write(bytes)
        let fault = #expect(throws: Fault.self) { try SheetRow.all(file.path) }
        #expect(fault?.code == .spreadsheetMalformed)
    }
}
