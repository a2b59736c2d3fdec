import Testing

@testable import Reporting

@Suite(.enabled(if: Typesetting.installation != nil, "the typesetter is not installed"))
struct PDFRendererTests {
    private func text(_ report: Report, _ language: Language = .indonesian) async throws -> String {
        let press = Press(try #require(Typesetting.installation), timestamp: LetterSamples.moment)
        let renderer = try OutputFormat.pdf.renderer(Samples.catalogue(language), press: press)
        return try await Typesetting.text(renderer.render(report))
    }

    @Test func aReportOnPaper() async throws {
        let text = try await text(Samples.report)
        for part in [
            "Tunggakan iuran", "Kantor Pontianak", "Badan usaha", "=SUM(A1), \"CV\" Maju", "Rp3.205.220", "Agu 2026",
            "98,60%", "100,00%", "Tunggakan sebulan penuh atau lebih.", "Audit: 18 · Kaidah: 3f9a1c07",
            "Halaman 1 dari 1",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test func inEnglish() async throws {
        let text = try await text(Samples.report, .english)
        #expect(text.contains("Page 1 of 1"))
        #expect(text.contains("1,200"))
    }

    @Test func headersReturnAndEmptySectionsSaySo() async throws {
        let long = Section(
            key: "long", title: "Panjang", columns: [Column(key: "n", title: "Urutan", kind: .integer)],
            rows: (1...150).map { [.integer($0)] })
        let text = try await text(
            Report(key: "r", title: "Banyak", sections: [long] + Samples.twoSections.sections))
        #expect(text.split(separator: "Urutan").count > 3)
        #expect(text.contains("Tidak ada data."))
    }

    @Test func textColumnsTakeTheRoomTheyNeed() throws {
        let press = Press(TypesetterInstallation(python: "", resources: ""), timestamp: 0)
        let data = try PDFRenderer(Samples.catalogue(), press: press).data(Samples.report).compact
        #expect(data.contains(#"{"title":"Kode","align":"left","width":"auto"}"#))
        #expect(data.contains(#"{"title":"Nama","align":"left","width":"19fr"}"#))
        #expect(data.contains(#"{"title":"Tunggakan","align":"right","width":"auto"}"#))
    }
}
