import FoundationEssentials
import TestSupport

@testable import Register

/// Sound inputs that are then damaged: small, with something of everything that the readers know.
enum FuzzSeeds {
    static let resources = PatuhTemplates.resources

    static let workbook = TestWorkbook(
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

    static let csv = "NIK;Nama;\"Tgl; \"\"Lahir\"\"\"\r\n3171015708900001;Siti;\"17-08\n1990\"\n;;\n"

    /// The first rows of the files of the sample branch, with their import kinds.
    static func files() throws -> [(kind: String, bytes: [UInt8])] {
        try [
            ("offices", "kantor"), ("officers", "petugas"), ("jkn-businesses", "jkn_badan_usaha"), ("wlkp", "wlkp"),
            ("jkn-members", "jkn_peserta"), ("bpjstk-wages", "bpjstk_upah_2026-10"), ("bills", "tagihan"),
            ("payments", "pembayaran"),
        ].map { kind, file in
            let text = try String(contentsOfFile: "\(PatuhTemplates.sample)/\(file).csv", encoding: .utf8)
            return (kind, Array(text.split(separator: "\n").prefix(8).joined(separator: "\n").utf8))
        }
    }
}
