/// Turns the scripts that make work tables into what suits the run: for many rows as they are written, for few otherwise.
///
/// To log few rows costs less than the files that an unlogged table has besides, one for itself and for everything that belongs
/// to it; and to look through them less than to make a key. Tables that an earlier run of few has left empty are filled again:
/// to make and drop them takes longer than all else.
struct WorkTableMaker: Sendable {
    let isForFew: Bool
    /// Tables and views that are there already, empty.
    private let kept: Set<String>

    /// For any number of rows.
    static let many = WorkTableMaker(isForFew: false, kept: [])

    /// For few rows.
    static func few(kept: Set<String>) -> WorkTableMaker { WorkTableMaker(isForFew: true, kept: kept) }

    /// The script for this run.
    ///
    /// Statements begin on a line of their own, and end with one.
    func script(_ text: String) -> String {
        isForFew ? Self.statements(of: text).compactMap(adapted).joined(separator: "\n") : text
    }

    private func adapted(_ statement: String) -> String? {
        let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
        guard let place = lines.firstIndex(where: { !$0.isEmpty && !$0.hasPrefix("--") }) else { return statement }
        let head = lines[place]
        if head.hasPrefix("alter table work."), head.contains(" add primary key ") { return nil }
        guard let name = Self.made(by: head) else { return statement }
        guard kept.contains(name) else {
            return statement.replacing("create unlogged table work.", with: "create table work.", maxReplacements: 1)
        }
        guard head.contains("table work."), head.hasSuffix(" as") else { return nil }
        return (["insert into work.\(name)"] + lines[(place + 1)...]).joined(separator: "\n")
    }

    /// The table or view that a statement makes, or makes an index on.
    private static func made(by head: Substring) -> String? {
        guard head.hasPrefix("create "), let place = head.firstRange(of: " work.") else { return nil }
        return String(head[place.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    }

    private static func statements(of text: String) -> [String] {
        var statements: [String] = []
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(line)
            guard line.hasSuffix(";"), !line.hasPrefix("--") else { continue }
            statements.append(lines.joined(separator: "\n"))
            lines = []
        }
        return statements + [lines.joined(separator: "\n")]
    }
}
