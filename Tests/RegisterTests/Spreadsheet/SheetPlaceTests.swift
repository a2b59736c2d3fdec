import Testing

@testable import Register

@Suite struct SheetPlaceTests {
    private func read(_ rows: String, width: Int = 0) throws -> [String] {
        try TestWorkbook(rows: rows).read(width: width).map(\.description)
    }

    @Test func `blank cells before a filled one keep their place`() throws {
        let rows = """
            <row r="3"><c r="B3"><v>1</v></c><c r="E3"><v>2</v></c><c r="F3" s="1"/></row>
            <row r="5" spans="1:3"><c r="AA5"><v>3</v></c></row>
            """
        #expect(try read(rows) == ["3: |1|||2", "5: " + String(repeating: "|", count: 26) + "3"])
    }

    @Test func `places are counted on where they are missing`() throws {
        let rows =
            "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c r=\"C3\"><v>3</v></c><c><v>4</v></c></row>"
        #expect(try read(rows) == ["1: 1||2", "3: ||3|4"])
    }

    @Test func `blank rows are passed over and counted`() throws {
        let rows = "<row r=\"2\"/><row r=\"7\"><c r=\"A7\" s=\"4\"/></row><row r=\"9\"><c><v>1</v></c></row>"
        #expect(try read(rows) == ["9: 1"])
        #expect(try read("").isEmpty)
    }

    @Test func `rows that end early are filled up`() throws {
        let rows = "<row><c><v>1</v></c></row><row><c r=\"D2\"><v>2</v></c></row>"
        #expect(try read(rows, width: 3) == ["1: 1||", "2: |||2"])
        let kinds = try TestWorkbook(rows: rows).read(width: 3).map(\.kinds)
        #expect(kinds == [[.number, .empty, .empty], [.empty, .empty, .empty, .number]])
    }

    @Test func `the last cell of a sheet can be read`() throws {
        let rows = try TestWorkbook(rows: "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").read()
        #expect(rows.first?.line == 1_048_576 && rows.first?.texts.count == 16_384)
    }

    @Test func `rows that reach over many chunks stay whole`() throws {
        let cells = (0..<3000).map { "<c t=\"inlineStr\"><is><t>nilai nomor \($0)</t></is></c>" }.joined()
        let rows = try TestWorkbook(rows: String(repeating: "<row>\(cells)</row>", count: 5)).read()
        #expect(rows.map(\.line) == [1, 2, 3, 4, 5])
        let expected = (0..<3000).map { "nilai nomor \($0)" }
        #expect(rows.allSatisfy { $0.texts == expected })
    }

    @Test(arguments: [("A1", 1, 1), ("xfd1048576", 16_384, 1_048_576), ("AZ10", 52, 10)])
    func `references are read`(_ text: String, _ column: Int, _ row: Int) {
        let reference = CellReference(text)
        #expect(reference?.column == column && reference?.row == row)
    }

    @Test(arguments: [
        "", "A", "1", "A0", "XFE1", "A1048577", "A-1", "$A$1", "A1B", "AAAAAAAAAAAAAAAAAAAA1", "A99999999999999999999",
    ])
    func `other references are refused`(_ text: String) {
        #expect(CellReference(text) == nil)
    }
}
