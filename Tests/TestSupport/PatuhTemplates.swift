import FoundationEssentials
public import Postgres
public import Register
import Rules

/// Databases with Patuh's tables, and with the package's sample branch imported and audited.
public enum PatuhTemplates {
    /// The checkout that the tests were built from.
    public static let root: String = {
        var parts = #filePath.split(separator: "/").map(String.init)
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// The folders SQL and Reports of the checkout.
    public static let resources = Resources(root: root)

    /// The package's sample branch.
    public static let sample = root + "/SQL/sample"

    /// Tables, functions and reference data; no office yet.
    public static let schema = TestTemplate(hash: hash(of: ["migrations", "functions", "reference", "parameters"])) {
        database in
        _ = try await database.run { try Schema(resources).migrate($0) }
    }

    /// The sample branch, every file imported.
    public static let imported = TestTemplate(
        hash: "i"
            + hash(of: ["migrations", "functions", "reference", "parameters", "imports", "imports/layouts", "sample"])
    ) { database in
        try await database.run { session in
            _ = try Schema(resources).migrate(session)
            try importSample(session)
        }
    }

    /// The day as of which the sample is audited.
    public static let asOf = CalendarDate(iso: "2026-10-31") ?? .earliest

    /// The sample branch, imported and audited once as of 31 October 2026.
    public static let audited = TestTemplate(
        hash: "a"
            + hash(of: [
                "migrations", "functions", "reference", "parameters", "imports", "imports/layouts", "sample", "rules",
                "worktables",
            ])
    ) { database in
        try await database.run { session in
            _ = try Schema(resources).migrate(session)
            try importSample(session)
            _ = try Auditor(resources).run(AuditRequest(asOf: asOf), session: session)
        }
    }

    /// Imports every file of the sample branch, in the order an office would.
    public static func importSample(_ session: Session, folder: String = sample) throws {
        let wages = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasPrefix("bpjstk_upah_") }.sorted().map { (ImportKind.bpjstkWages, $0) }
        let files: [(ImportKind, String)] =
            [
                (.offices, "kantor.csv"), (.officers, "petugas.csv"), (.absences, "absensi_petugas.csv"),
                (.jknBusinesses, "jkn_badan_usaha.csv"), (.wlkp, "wlkp.csv"), (.jknMembers, "jkn_peserta.csv"),
            ] + wages + [(.bills, "tagihan.csv"), (.payments, "pembayaran.csv")]
        for (kind, file) in files {
            let request = ImportRequest(
                kind: kind, path: "\(folder)/\(file)", fileName: file,
                asOf: kind == .jknBusinesses ? asOf : nil)
            let outcome = try Importer(resources).run(
                request, session: session,
                rejectsPath: FileManager.default.temporaryDirectory.path + "/\(file).rejects.csv")
            guard case .accepted = outcome.verdict else { throw SampleRefused(file: file) }
        }
    }

    /// A file of the sample was not accepted.
    struct SampleRefused: Error {
        let file: String
    }

    private static func hash(of folders: [String]) -> String {
        let files = folders.flatMap { folder -> [String] in
            let path = "\(root)/SQL/\(folder)"
            return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().map { "\(path)/\($0)" }
        }
        let hashes = files.compactMap { FileManager.default.contents(atPath: $0).map(SHA256.hexadecimal(of:)) }
        return String(SHA256.hexadecimal(of: hashes.joined().utf8).prefix(16))
    }
}
