import FoundationEssentials
public import Postgres
import Register

/// A small case of the law in files: the evidence, and what an audit must say of it.
///
/// `Tests/Scenarios/README.md` describes the files.
public struct Scenario: Sendable, CustomStringConvertible {
    /// A line of `expected.csv` or `not-judged.csv`, and what an audit says in the same words.
    public typealias Line = String

    /// The rule that the case is about.
    public let rule: String
    /// The name of the case.
    public let name: String
    /// Its folder.
    public let folder: String
    /// The folder of what cases have in common.
    private let base: String?

    /// Rule and name.
    public var description: String { "\(rule)/\(name)" }

    /// The cases in a folder: itself, those of a rule, or those of several rules.
    ///
    /// - Parameters:
    ///   - folder: the folder, by its whole path.
    ///   - base: the files common to all cases, where the folder has no `base` of its own.
    /// - Returns: the cases by path; folders that are no cases are passed over.
    public static func cases(in folder: String, base: String?) -> [Scenario] {
        cases(in: folder, base: base, depth: 0)
    }

    private static func cases(in folder: String, base: String?, depth: Int) -> [Scenario] {
        let names = entries(folder)
        if names.contains("as-of.txt") || names.contains("expected.csv") {
            let path = folder.split(separator: "/").map(String.init)
            let own = "/" + path.dropLast(2).joined(separator: "/") + "/base"
            return [
                Scenario(
                    rule: path.dropLast().last ?? "", name: path.last ?? "", folder: folder,
                    base: FileManager.default.fileExists(atPath: own) ? own : base)
            ]
        }
        // Rule, then case: what lies deeper is no scenario.
        guard depth < 2 else { return [] }
        return names.filter { !$0.contains(".") }
            .flatMap { cases(in: "\(folder)/\($0)", base: base, depth: depth + 1) }
    }

    /// The evidence in the order of import: the case's own files, and those of the base that it does not replace.
    var evidence: [(kind: ImportKind, path: String)] {
        let own = Self.entries(folder)
        let without = lines("without.txt") ?? []
        let base = base.map { base in
            Self.entries(base).filter { !own.contains($0) && !without.contains($0) }.map { "\(base)/\($0)" }
        }
        let paths = (base ?? []) + own.map { "\(folder)/\($0)" }
        return Self.kinds.flatMap { stem, kind in
            paths.filter { Self.fileName($0).hasPrefix(stem) }
                .sorted { Self.fileName($0) < Self.fileName($1) }.map { (kind, $0) }
        }
    }

    /// What is wrong with the files of the case; it is not run then.
    ///
    /// - Parameters:
    ///   - files: files of events that it may have.
    ///   - columns: evidence columns of all rules.
    /// - Returns: the flaws in words.
    func flaws(files: [String], evidence columns: Set<String>) -> [String] {
        let known =
            ["about.txt", "as-of.txt", "expected.csv", "money.csv", "not-judged.csv", "without.txt"] + files
            + evidence.map { Self.fileName($0.path) }
        var flaws = Self.entries(folder).filter { !known.contains($0) }.map { "\($0) is no file of a case" }
        if text("about.txt")?.contains("Pasal") != true {
            flaws.append("about.txt does not name the article (Pasal …)")
        }
        if asOf == nil { flaws.append("as-of.txt holds no date like 2026-10-31") }
        let headings = self.columns(of: "expected.csv")
        if headings.isEmpty { flaws.append("expected.csv is missing, or has no headings") }
        for heading in headings where !Self.columns.contains(heading) && !columns.contains(heading) {
            flaws.append("expected.csv has the column \(heading), which is no evidence of any rule")
        }
        return flaws
    }

    /// The legal date; nil when the case does not say.
    public var asOf: CalendarDate? {
        text("as-of.txt").flatMap { text in CalendarDate(iso: text.filter { !$0.isWhitespace }) }
    }

    /// Columns of `expected.csv` or `money.csv`: how much of a finding or of its arithmetic the case is about.
    func columns(of file: String) -> [String] {
        lines(file)?.first?.split(separator: ",").map(String.init) ?? []
    }

    /// The columns of `expected.csv` that every finding has; others are evidence.
    static let columns = ["rule", "business", "nik", "amount", "strength"]

    /// The lines of a table below its headings, sorted; none when the case has no such file.
    func table(_ file: String) -> [Line] { (lines(file) ?? []).dropFirst().sorted() }

    /// True when the case has a file.
    func has(_ file: String) -> Bool { lines(file) != nil }

    private static let kinds: [(String, ImportKind)] = [
        ("kantor", .offices), ("petugas", .officers), ("absensi_petugas", .absences),
        ("jkn_badan_usaha", .jknBusinesses),
        ("wlkp", .wlkp), ("badan_usaha", .businesses), ("jkn_peserta", .jknMembers), ("segmen", .segments),
        ("bpjstk_upah", .bpjstkWages), ("pekerja", .workers),
        ("jumlah_pekerja", .headcounts),
        ("tagihan", .bills),
        ("pembayaran", .payments),
    ]

    static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private func lines(_ file: String) -> [Line]? {
        text(file)?.split(whereSeparator: \.isNewline).map(String.init)
    }

    private func text(_ file: String) -> String? { try? SourceText(path: "\(folder)/\(file)").text }

    private static func entries(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
