import FoundationEssentials
import TestSupport

/// The package's sample branch, as an office would import it with commands.
enum SampleBranch {
    static let folder = PatuhTemplates.sample

    /// Kinds with their files, in order; several files go into one call.
    static func imports() throws -> [(kind: String, files: [String])] {
        let wages = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("bpjstk_upah_") }
        return [
            ("offices", ["kantor.csv"]), ("officers", ["petugas.csv"]), ("absences", ["absensi_petugas.csv"]),
            ("jkn-businesses", ["jkn_badan_usaha.csv"]), ("wlkp", ["wlkp.csv"]), ("jkn-members", ["jkn_peserta.csv"]),
            ("bpjstk-wages", wages.sorted()), ("bills", ["tagihan.csv"]), ("payments", ["pembayaran.csv"]),
        ]
    }

    /// The NIKs of everybody in it: none of them may ever be printed.
    static let niks: Set<String> = {
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0 != "kantor.csv" }
        return files.reduce(into: Set()) { niks, file in
            for field in Tool.text("\(folder)/\(file)").split(whereSeparator: { ";,\r\n".contains($0) })
            where field.utf8.count == 16 && field.utf8.allSatisfy({ (48...57).contains($0) }) && field.hasPrefix("6") {
                niks.insert(String(field))
            }
        }
    }()

    /// NIKs of the sample that a text holds.
    static func niks(in text: String) -> [String] {
        text.matches(of: #/\d{16}/#).map { String($0.output) }.filter(niks.contains)
    }
}
