import FoundationEssentials
import Postgres
import Register
import TestSupport
import Testing

/// A case of `Tests/Scenarios`: evidence in files, and what an audit must say of it.
struct Scenario: Sendable, CustomTestStringConvertible {
    /// A line of `expected.csv`, and a finding in the same words.
    typealias Line = String

    let rule: String
    let name: String
    let folder: String

    var testDescription: String { "\(rule)/\(name)" }

    static let root = PatuhTemplates.root + "/Tests/Scenarios"

    /// All cases, by rule and name.
    static let all: [Scenario] = entries(root).filter { $0.contains("-") && !$0.contains(".") }.flatMap { rule in
        entries("\(root)/\(rule)").map { Scenario(rule: rule, name: $0, folder: "\(root)/\(rule)/\($0)") }
    }

    /// The evidence in the order of import: the case's own files, and those of the base that it does not replace.
    var evidence: [(kind: ImportKind, path: String)] {
        let own = Self.entries(folder)
        let without = (try? text("without.txt"))?.split(separator: "\n").map(String.init) ?? []
        let base = Self.entries(Self.root + "/base").filter { !own.contains($0) && !without.contains($0) }
        let paths = base.map { "\(Self.root)/base/\($0)" } + own.map { "\(folder)/\($0)" }
        return Self.kinds.flatMap { stem, kind in
            paths.filter { $0.split(separator: "/").last?.hasPrefix(stem) == true }
                .sorted { Self.fileName($0) < Self.fileName($1) }.map { (kind, $0) }
        }
    }

    /// Files that are neither evidence nor part of the format: a misspelt name would go unseen.
    var strays: [String] {
        let known =
            ["about.txt", "as-of.txt", "decisions.csv", "expected.csv", "not-judged.csv", "without.txt"]
            + evidence.map { Self.fileName($0.path) }
        return Self.entries(folder).filter { !known.contains($0) }
    }

    func asOf() throws -> CalendarDate? {
        CalendarDate(iso: try text("as-of.txt").filter { !$0.isWhitespace })
    }

    func about() throws -> String { try text("about.txt") }

    /// The lines of a table below its headings, sorted; nil when the case has no such file.
    func table(_ file: String) throws -> [Line]? {
        guard Self.entries(folder).contains(file) else { return nil }
        return try text(file).split(separator: "\n").dropFirst().map(String.init).sorted()
    }

    /// Columns of `expected.csv`: how much of a finding the case is about.
    func columns() throws -> [String] {
        try text("expected.csv").split(separator: "\n").first?.split(separator: ",").map(String.init) ?? []
    }

    static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private static let kinds: [(String, ImportKind)] = [
        ("kantor", .offices), ("petugas", .officers), ("absensi_petugas", .absences),
        ("jkn_badan_usaha", .jknBusinesses),
        ("wlkp", .wlkp), ("jkn_peserta", .jknMembers), ("segmen", .segments), ("bpjstk_upah", .bpjstkWages),
        ("pekerja", .workers),
        ("jumlah_pekerja", .headcounts),
        ("tagihan", .bills),
        ("pembayaran", .payments),
    ]

    private func text(_ file: String) throws -> String { try SourceText(path: "\(folder)/\(file)").text }

    private static func entries(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
