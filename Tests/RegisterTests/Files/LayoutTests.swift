import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct LayoutTests {
    private let payments = "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi"

    @Test(arguments: [";", ",", "\t"])
    func `a file is recognised with any delimiter`(delimiter: String) throws {
        let headings = payments.split(separator: ";").joined(separator: delimiter)
        let recognised = try recognise(headings + "\n", .payments)
        #expect(recognised.layout.layout == "pembayaran")
        #expect(recognised.format == .csv(delimiter: try #require(delimiter.utf8.first), encoding: .utf8))
        #expect(recognised.positions == [0, 1, 2, 3, 4])
        #expect(recognised.headingLine == 1)
    }

    @Test func `columns may stand in any order among others`() throws {
        let recognised = try recognise("No;Referensi;Catatan;Jumlah;Bank;Kode Badan Usaha;Tanggal Bayar\n", .payments)
        #expect(recognised.positions == [6, 5, 3, 4, 1])
    }

    @Test func `headings compare without case, blanks and byte order mark`() throws {
        let recognised = try recognise(
            "\u{FEFF}\"tanggal  bayar\";KODE BADAN USAHA ; Jumlah;bank;REFERENSI\r\n", .payments)
        #expect(recognised.positions == [0, 1, 2, 3, 4])
    }

    @Test func `title rows above the headings are searched for the date of the file`() throws {
        let headings =
            "KODE BADAN USAHA;NAMA BADAN USAHA;ALAMAT;KODE WILAYAH;NPWP;NIB;NPP BPJS TK;SKALA USAHA;"
            + "VIRTUAL ACCOUNT;TANGGAL REGISTRASI;STATUS;TANGGAL NONAKTIF\n"
        let dated = try recognise("MASTER FILE 2026\n\"Data per\n: 31-10-2026\"\n\n" + headings, .jknBusinesses)
        #expect(dated.headingLine == 5)
        #expect(try dated.titles.dates.date(of: "file.csv") == CalendarDate(iso: "2026-10-31"))
        let undated = try recognise("MASTER FILE 2026\n" + headings, .jknBusinesses)
        #expect(try undated.titles.dates.date(of: "file.csv") == nil)
    }

    @Test func `a missing heading is answered with the headings that are expected`() throws {
        let fault = #expect(throws: Fault.self) {
            _ = try recognise("Tanggal Bayar;Kode Badan Usaha;Bank;Referensi\n01/10/2026;90000001;BRI;1\n", .payments)
        }
        #expect(fault?.code == .layoutUnknown)
        #expect(fault?.message.contains("file.csv has the headings of a known layout.") == true)
        #expect(fault?.hint?.contains("pembayaran") == true, "the layouts of the kind are named")

        let text = "Tanggal Bayar;Kode Badan Usaha;Bank;Referensi\n"
        let one = #expect(throws: Fault.self) { _ = try recognise(text, .payments, layout: "pembayaran") }
        #expect(one?.hint == "Expected, in any order: Tanggal Bayar, Kode Badan Usaha, Jumlah, Bank, Referensi")
    }

    @Test func `headings below thirty rows are not looked for`() throws {
        let title = String(repeating: "judul\n", count: 29)
        #expect(try recognise(title + payments + "\n", .payments).headingLine == 30)
        #expect(throws: Fault.self) { _ = try recognise(title + "judul\n" + payments + "\n", .payments) }
    }

    @Test func `a file of another kind is not recognised`() throws {
        for kind in ImportKind.allCases where kind != .payments {
            let fault = #expect(throws: Fault.self) { _ = try recognise(payments + "\n", kind) }
            #expect(fault?.code == .layoutUnknown)
        }
    }

    @Test func `a file that fits two layouts is refused with both and their differences`() throws {
        let layouts = try [
            ("first", "dmy", #""1": "M""#, "B"), ("second", "mdy", #""1": "F""#, "C"),
        ].map { name, order, code, heading in
            try layout(
                name,
                #"{"heading": "A", "to": "a", "type": "date", "order": "\#(order)"}"#,
                #"{"heading": "S", "to": "s", "type": "choice", "choices": {\#(code)}}"#,
                #"{"heading": "\#(heading)", "to": "b", "type": "text"}"#)
        }
        let fault = #expect(throws: Fault.self) { _ = try recognise("A;S;B;C\n", layouts) }
        #expect(fault?.code == .layoutAmbiguous)
        for part in [
            "first and second", "first: First; dates day/month/year; codes s 1=M; reads B",
            "second: Second; dates month/day/year; codes s 1=F; reads C",
        ] {
            #expect(fault?.message.contains(part) == true, "\(part)")
        }
        #expect(fault?.hint == "Name the one that applies: --layout first or --layout second")
    }

    @Test func `the layout that reads more headings of the file is meant, then the one that needs more`() throws {
        let column = { (heading: String, optional: Bool) in
            #"{"heading": "\#(heading)", "to": "\#(heading)", "type": "text", "optional": \#(optional)}"#
        }
        let short = try layout("short", column("A", false))
        let loose = try layout("loose", column("A", false), column("B", true), column("C", true))
        let exact = try layout("exact", column("A", false), column("B", false))
        #expect(try recognise("A;B;C\n", [short, loose, exact]).layout.layout == "loose")
        #expect(try recognise("A;B;D\n", [short, loose, exact]).layout.layout == "exact")
        let found = try recognise("C;A\n", [short, loose])
        #expect(found.layout.layout == "loose" && found.positions == [1, 0])
        #expect(found.layout.columns.map(\.heading.text) == ["A", "C"], "what is not there is not read")
    }

    /// A list of members has the headings of a plain list of workers, and more.
    @Test func `a file that a layout of another kind fits better is not taken`() throws {
        let all = try ImportLayout.all(in: PatuhTemplates.resources)
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;"
                + "KODE PERUSAHAAN;HUBUNGAN KELUARGA;NIK PESERTA UTAMA\n", to: "file.csv")
        let fault = #expect(throws: Fault.self) {
            _ = try LayoutSearch(
                path: path, layouts: all.filter { $0.kind == "workers" }, others: all.filter { $0.kind != "workers" }
            ).find(in: FileSurvey(path: path).formats)
        }
        #expect(fault?.hint == "Import it with: patuh import jkn-members FILE")
    }

    private func layout(_ name: String, _ columns: String...) throws -> ImportLayout {
        let text = """
            {"layout": "\(name)", "kind": "x", "title": "\(name.capitalized)", "columns": [\(columns.joined(separator: ","))]}
            """
        return try JSONDecoder().decode(ImportLayout.self, from: Data(text.utf8))
    }

    private func recognise(_ text: String, _ layouts: [ImportLayout]) throws -> LayoutRecognition {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "file.csv")
        return try LayoutSearch(path: path, layouts: layouts).find(in: FileSurvey(path: path).formats)
    }

    @Test func `every kind of import has a layout and a statement`() throws {
        let layouts = try ImportLayout.all(in: PatuhTemplates.resources)
        for kind in ImportKind.allCases {
            #expect(layouts.contains { $0.kind == kind.rawValue }, "\(kind.rawValue)")
            let statement = SQLParts(
                try SourceText(path: "\(PatuhTemplates.resources.sql)/imports/\(kind.rawValue).sql"))
            #expect(
                statement.names.filter { !["warn", "prepare", "changes"].contains($0) } == [
                    "staging", "check", "accept",
                ],
                "\(kind.rawValue)"
            )
        }
    }

    private func recognise(_ text: String, _ kind: ImportKind, layout: String? = nil) throws -> LayoutRecognition {
        let folder = try TemporaryFolder()
        let layouts = try ImportLayout.all(in: PatuhTemplates.resources)
            .filter { $0.kind == kind.rawValue && (layout == nil || $0.layout == layout) }
        let path = try folder.write(text, to: "file.csv")
        return try LayoutSearch(path: path, layouts: layouts).find(in: FileSurvey(path: path).formats)
    }
}
