import FoundationEssentials
import TestSupport
import Testing

/// A branch with its employers, and a wage file of one of them that takes a while.
struct WageFile {
    static let rows = 20_000
    static let arguments = ["import", "bpjstk-wages", "upah.csv"]

    /// Sets the branch up and writes the file into the tool's folder.
    static func prepare(_ tool: Tool) async throws {
        let office = "\(PatuhTemplates.root)/Tests/Scenarios/imports/office"
        _ = try await tool.succeed("import", "offices", "\(office)/kantor.csv")
        _ = try await tool.succeed("import", "jkn-businesses", "--as-of", "2026-06-30", "\(office)/badan_usaha.csv")
        try Data(text.utf8).write(to: URL(filePath: tool.folder + "/upah.csv"))
    }

    /// Every worker is another person.
    private static let text =
        "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP\n"
        + (0..<rows).map { number in
            let district = 990101 + number / 9_000
            return "\(district)311290\(1_000 + number % 9_000);Pekerja \(number);31-12-1990;3915000;10-2026;99000001\n"
        }.joined()
}
