import FoundationEssentials
import Testing

@testable import Register

/// Damaged files always get a verdict: rows, or a fault.
///
/// `PATUH_FUZZ` sets how many of them.
@Suite(.timeLimit(.minutes(60))) struct FuzzTests {
    private static let count = ProcessInfo.processInfo.environment["PATUH_FUZZ"].flatMap { Int($0) } ?? 2000

    private static let workbook = TestWorkbook(
        rows: """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><r><t>Tgl</t></r>
            <r><rPr><b/></rPr><t xml:space="preserve"> Lahir</t></r></is></c></row>
            <row r="3" spans="1:4"><c r="A3"><v>3.1710157089E+15</v></c><c r="B3" t="str"><f>A1</f><v>NIK</v></c>
            <c r="D3" s="1"><v>33102.5</v></c></row><row><c><v>5067381.25</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>
            """,
        strings: "<si><t>NIK</t></si><si><r><t>Nama_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>",
        formats: """
            <numFmts><numFmt numFmtId="164" formatCode="dd\\ mmm"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>
            """)

    private static let csv = "NIK;Nama;\"Tgl; \"\"Lahir\"\"\"\r\n3171015708900001;Siti;\"17-08\n1990\"\n;;\n"

    /// True if the rows could be read; other errors than faults fail the test.
    private func verdict(_ body: () throws -> Void) throws -> Bool {
        do {
            try body()
            return true
        } catch is Fault {
            return false
        }
    }

    @Test func `damaged archives`() throws {
        let file = try ScratchFile()
        try Self.workbook.write(to: file.path)
        let original = try file.bytes
        var random = SplitMix(seed: 1)
        var readable = 0
        for _ in 0..<(Self.count / 4) {
            var bytes = original
            Mutation.apply(&bytes, &random)
            try file.write(bytes)
            if try verdict({ _ = try SheetRow.all(file.path) }) { readable += 1 }
        }
        #expect(readable < Self.count / 4)
    }

    @Test func `damaged XML in sound archives`() throws {
        let file = try ScratchFile()
        let original = Self.workbook.parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
        var random = SplitMix(seed: 2)
        var readable = 0
        for _ in 0..<(Self.count / 2) {
            var parts = original
            // Half of the damage is done to the sheet, which is the part with most to go wrong.
            let place = Bool.random(using: &random) ? parts.count - 1 : Int.random(in: 0..<parts.count, using: &random)
            Mutation.apply(&parts[place].bytes, &random)
            try ZipFile.write(parts, to: file.path, deflated: false)
            if try verdict({ _ = try SheetRow.all(file.path) }) { readable += 1 }
        }
        #expect((1..<(Self.count / 2)).contains(readable))
    }

    @Test func `damaged CSV`() throws {
        let file = try ScratchFile("a.csv")
        var random = SplitMix(seed: 3)
        var readable = 0
        for _ in 0..<(Self.count / 4) {
            var bytes = Array(Self.csv.utf8)
            Mutation.apply(&bytes, &random)
            try file.write(bytes)
            let isReadable = try verdict {
                let reader = try CSVReader(path: file.path, delimiter: UInt8(ascii: ";"), keepsRaw: true)
                var record = TableRecord()
                while try reader.read(into: &record) { _ = SheetRow(record) }
            }
            if isReadable { readable += 1 }
        }
        #expect((1..<(Self.count / 4)).contains(readable))
    }
}
