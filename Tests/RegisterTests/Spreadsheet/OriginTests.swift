import Testing

@testable import Register

/// Workbooks of other origin: the blanks that offices fill in, and files of other programs.
@Suite struct OriginTests {
    @Test(arguments: [
        ("bpjskes_form_mutasi_blank", 16, 37, "No", "No Passport"),
        ("bpjskes_registrasi_blank", 15, 34, "", "No Passport"),
        ("template_tk_baru", 1, 30, "NO_PEGAWAI", "TGL_AKHIR_KONTRAK"),
        ("template_tk_lanjutan", 1, 9, "NOMOR_IDENTITAS_KPJ", "TGL_AKHIR_KONTRAK"),
        ("template_tk_na", 1, 6, "KPJ", "KETERANGAN"),
        ("template_upah", 1, 10, "NIK", "NPP"),
        ("template_koreksi_tk", 1, 11, "KODE", "ID_PEGAWAI"),
    ])
    func `the blanks have their headings where they belong`(
        _ name: String, _ line: Int, _ count: Int, _ first: String, _ last: String
    ) throws {
        let rows = try SheetRow.all(ScratchFile.fixture("layouts/\(name).xlsx"))
        let headings = try #require(rows.first { $0.line == line })
        #expect(headings.texts.count == count)
        #expect(headings.texts.first == first && headings.texts.last == last)
        #expect(headings.kinds.dropFirst().allSatisfy { $0 == .text })
    }

    @Test(arguments: ["openpyxl", "openpyxl-1904"]) func `files of openpyxl are read`(_ name: String) throws {
        let path = ScratchFile.fixture("spreadsheets/\(name).xlsx")
        let rows = try SheetRow.all(path)
        #expect(
            rows.map(\.description) == [
                "1: DAFTAR TENAGA KERJA", "2: NIK|Nama|Tgl Lahir|Upah|Aktif|Catatan",
                "3: 3171015708900001|Siti Contoh|1990-08-17|5067381|TRUE|Tetap sejak 2019",
                "4: 3171015708900001|Budi Contoh|2026-10-31|4750000.5|FALSE|=",
                "6: 0317|  Joko & <Contoh>  |1904-01-02|0||baris satu\nbaris dua",
            ])
        #expect(rows[2].kinds == [.text, .text, .date, .number, .text, .text])
        #expect(rows[3].kinds == [.roundedNumber, .text, .date, .number, .text, .openFormula])
        #expect(try SheetRow.all(path, sheet: "Kode").map(\.description) == ["5: ||x"])
    }

    @Test func `files as LibreOffice writes them are read`() throws {
        let strings = "<si><t xml:space=\"preserve\">Nama</t></si><si><t xml:space=\"preserve\">Siti Contoh</t></si>"
        let rows = """
            <row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">
            <c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="0" t="n"><v>44864</v></c></row>
            <row r="2" customFormat="false" ht="12.8"><c r="A2" s="1" t="s"><v>1</v></c><c r="B2" s="2" t="n"><f
            aca="false">TODAY()</f><v>46326</v></c><c r="C2" s="0" t="e"><v>#N/A</v></c></row>
            """
        let formats = """
            <numFmts count="2"><numFmt numFmtId="164" formatCode="General"/>
            <numFmt numFmtId="165" formatCode="dd/mm/yy"/></numFmts>
            <cellXfs count="3"><xf numFmtId="164"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
            """
        let read = try TestWorkbook(rows: rows, strings: strings, formats: formats).read()
        #expect(read.map(\.description) == ["1: Nama|44864", "2: Siti Contoh|2026-10-31|#N/A"])
        #expect(read.last?.kinds == [.text, .date, .error])
    }
}
