import Testing

@testable import Reporting

@Suite struct TableRendererTests {
    private func lines(
        _ report: Report, language: Language = .indonesian, options: RenderOptions = RenderOptions()
    ) throws -> [String] {
        let bytes = try TableRenderer(Samples.catalogue(language), options: options).render(report)
        return Samples.text(bytes).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func aReportAsATable() throws {
        let expected = """
            Tunggakan iuran
            Kantor       Pontianak
            Keadaan per  31 Oktober 2026

            Badan usaha
            Kode      Nama                 Bulan    Tunggakan  Tertua    Bayar terakhir   Bagian  Jadwal
            ────────  ───────────────────  ─────  ───────────  ────────  ──────────────  ───────  ──────
            01234567  =SUM(A1), "CV" Maju      3  Rp3.205.220  Agu 2026  14 Jul 2026      98,60%  ya
            07654321  PT Kapuas            1.200       -Rp500  Okt 2026                    1,40%  tidak
            ────────  ───────────────────  ─────  ───────────  ────────  ──────────────  ───────  ──────
            Jumlah                         1.203  Rp3.204.720                            100,00%
            Tunggakan sebulan penuh atau lebih.

            Audit   18
            Kaidah  3f9a1c07

            """
        #expect(
            try lines(Samples.report)
                == expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    @Test func englishGroupsItsOwnWay() throws {
        let text = try lines(Samples.report, language: .english).joined(separator: "\n")
        #expect(text.contains("1,200"))
        #expect(text.contains("98.60%"))
        #expect(text.contains("14 Jul 2026"))
        #expect(text.contains("yes"))
    }

    @Test(arguments: [60, 78, 80, 90])
    func noLineIsWiderThanTheTerminal(width: Int) throws {
        let narrow = try lines(Samples.report, options: RenderOptions(width: width))
        #expect(narrow.allSatisfy { TextWidth.of($0) <= max(width, 78) })
        // Amounts stay whole, whatever gives way.
        #expect(narrow.contains { $0.contains("Rp3.205.220") })
    }

    @Test func longTextIsWrappedNotLost() throws {
        let report = Report(
            key: "r", title: "T",
            sections: [
                Section(
                    key: "s", title: "",
                    columns: [Column(key: "a", title: "Alamat"), Column(key: "n", title: "N", kind: .integer)],
                    rows: [[.text("Jalan Adisucipto Kilometer 9 Nomor 17"), .integer(5)]])
            ])
        #expect(
            try lines(report, options: RenderOptions(width: 24)) == [
                "T", "", "Alamat                 N", "─────────────────────  ─", "Jalan Adisucipto       5",
                "Kilometer 9 Nomor 17", "",
            ])
    }

    @Test func stylesOnlyWhenAsked() throws {
        #expect(try !lines(Samples.report).joined().contains("\u{1B}"))
        let styled = try lines(Samples.report, options: RenderOptions(styled: true))
        #expect(styled.first == "\u{1B}[1mTunggakan iuran\u{1B}[0m")
    }

    @Test func cellsCannotSteerTheTerminal() throws {
        let report = Report(
            key: "r", title: "T",
            sections: [
                Section(key: "s", title: "", columns: [Column(key: "a", title: "A")], rows: [[.text("x\u{1B}[2Jy\nz")]])
            ])
        #expect(try lines(report).contains("x [2Jy z"))
    }

    @Test func anEmptySectionSaysSo() throws {
        #expect(try lines(Samples.twoSections).contains("Tidak ada data."))
        let chosen = try lines(Samples.twoSections, options: RenderOptions(section: "one"))
        #expect(!chosen.contains("Tidak ada data."))
    }

    @Test func widthCountsColumnsNotCharacters() {
        #expect(TextWidth.of("日本") == 4)
        #expect(TextWidth.of("e\u{301}") == 1)
        #expect(TextWidth.wrapped("日本語", to: 4) == ["日本", "語"])
        #expect(TextWidth.wrapped("", to: 4) == [""])
        #expect(TextWidth.wrapped("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
    }
}
