import Register

/// Which figures, deadlines and settings the statements ask for, and which of them a rule rests on.
///
/// Read off the text: a call such as `law.parameter('wage_cap', …)`, the reason `no_parameter:wage_cap`, and a known
/// name in quotes where `reference.parameter` or one of its siblings is read.
struct LawNeeds: Sendable {
    /// One `create …` of a file of functions or work tables.
    private struct Piece {
        let defines: String
        let uses: Set<String>
        let needs: [LawNeed]
    }

    private let pieces: [String: [Piece]]
    private let rules: [String: Piece]
    private let inOrder: [LawNeed]

    init(statements: [SourceText], rules: [SourceText], names: [LawTable: Set<String>]) {
        let pieces = statements.flatMap { source in
            Self.cut(source).map { Self.piece($0.lines, of: source, from: $0.start, names) }
        }
        let rulePieces = rules.map { source in
            (source.name, Self.piece(Self.lines(source), of: source, from: 1, names))
        }
        self.pieces = Dictionary(grouping: pieces, by: \.defines)
        self.rules = Dictionary(rulePieces) { first, _ in first }
        inOrder = pieces.flatMap(\.needs) + rulePieces.flatMap(\.1.needs)
    }

    /// Every need with the first place that has it.
    var all: [LawNeed] { Self.first(inOrder) }

    /// What a rule, the work tables it reads and the functions these call ask for.
    func of(rule code: String) -> [LawNeed] {
        guard let rule = rules[code] else { return [] }
        var needs = rule.needs
        var seen: Set<String> = []
        var waiting = rule.uses
        while let name = waiting.popFirst() {
            guard seen.insert(name).inserted else { continue }
            for piece in pieces[name] ?? [] {
                needs += piece.needs
                waiting.formUnion(piece.uses)
            }
        }
        return Self.first(needs)
    }

    private static func first(_ needs: [LawNeed]) -> [LawNeed] {
        var seen: Set<String> = []
        return needs.filter { seen.insert("\($0.table) \($0.name)").inserted }
    }

    private static func lines(_ source: SourceText) -> [Substring] {
        source.text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The parts of a file, each from a `create` to the next.
    private static func cut(_ source: SourceText) -> [(start: Int, lines: [Substring])] {
        var parts: [(start: Int, lines: [Substring])] = []
        for (index, line) in lines(source).enumerated() {
            if line.hasPrefix("create ") || parts.isEmpty { parts.append((index + 1, [])) }
            parts[parts.count - 1].lines.append(line)
        }
        return parts
    }

    private static func piece(
        _ lines: [Substring], of source: SourceText, from start: Int, _ names: [LawTable: Set<String>]
    ) -> Piece {
        let code = lines.map { $0.prefix(upTo: $0.firstRange(of: "--")?.lowerBound ?? $0.endIndex) }
        let words = code.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") } }
        let qualified = words.filter { $0.contains(".") && $0.first != "." && $0.last != "." }.map(String.init)
        let read = LawTable.allCases.filter { $0.isDated && qualified.contains("reference.\($0.noun)") }
        var needs: [LawNeed] = []
        for (index, line) in code.enumerated() where line.contains("'") {
            func add(_ table: LawTable, _ name: Substring) {
                needs.append(LawNeed(table: table, name: String(name), path: source.path, line: start + index))
            }
            for call in line.matches(of: #/law\.(parameter|deadline|setting)\(\s*'([^']+)'/#) {
                for table in LawTable.allCases where table.noun == call.1 { add(table, call.2) }
            }
            for quoted in line.matches(of: #/'(?:amount:)?(no_parameter:)?([a-zA-Z0-9_]+)'/#) {
                if quoted.1 != nil {
                    // The reason is the same for deadlines and settings.
                    let table = LawTable.allCases.first {
                        $0.isDated && names[$0]?.contains(String(quoted.2)) == true
                    }
                    add(table ?? .parameters, quoted.2)
                }
                for table in read where names[table]?.contains(String(quoted.2)) == true { add(table, quoted.2) }
            }
        }
        let defines = code.first?.firstMatch(of: #/^create (?:[a-z]+ )*?([a-z_]+\.[a-z0-9_]+)/#).map { String($0.1) }
        return Piece(defines: defines ?? source.path, uses: Set(qualified), needs: needs)
    }
}
