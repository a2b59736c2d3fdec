import Register

/// The `-- key: value` lines at the top of a rule file as they stand, and what is wrong with them.
struct HeaderReading {
    /// What is wrong, and where.
    struct Flaw {
        let line: Int
        let what: String
    }

    private(set) var values: [String: String] = [:]
    private(set) var flaws: [Flaw] = []
    private var lines: [String: Int] = [:]

    private static let keys = [
        "code", "title", "title_en", "subject", "strength", "path", "amount", "cites", "reads", "evidence",
        "explanation", "explanation_en", "question", "question_en",
    ]

    /// Reads the lines, and notes those that are none of the closed schema.
    init(_ source: SourceText) {
        for (index, line) in source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("-- "), !line.hasPrefix("-- [") else { break }
            guard let colon = line.firstIndex(of: ":") else {
                flaws.append(Flaw(line: index + 1, what: "is no \"-- key: value\" line"))
                continue
            }
            let key = String(line[line.index(line.startIndex, offsetBy: 3)..<colon])
            if !Self.keys.contains(key) {
                flaws.append(Flaw(line: index + 1, what: "has the unknown key \(key)"))
            } else if values[key] != nil {
                flaws.append(Flaw(line: index + 1, what: "gives \(key) again"))
            } else {
                lines[key] = index + 1
                values[key] = line[line.index(after: colon)...].split(separator: " ").joined(separator: " ")
            }
        }
    }

    /// Where a key stands; the first line when it does not.
    func line(of key: String) -> Int { lines[key] ?? 1 }

    /// Notes what is wrong with a key.
    mutating func note(_ key: String, _ what: String) {
        flaws.append(Flaw(line: line(of: key), what: what))
    }

    /// The value of a key that must have one.
    mutating func value(_ key: String) -> String? {
        if let value = values[key], !value.isEmpty { return value }
        let lacks = "lacks the key \(key)"
        if !flaws.contains(where: { $0.what == lacks }) { note(key, lacks) }
        return nil
    }

    /// The value of a key that must be one of a few.
    mutating func choice<T: RawRepresentable>(_ key: String, _ type: T.Type) -> T? where T.RawValue == String {
        guard let value = value(key) else { return nil }
        if let choice = T(rawValue: value) { return choice }
        note(key, "has an unknown value for \(key)")
        return nil
    }

    /// The values of a key, parted by commas; none when it does not stand there.
    func list(_ key: String) -> [String] {
        (values[key] ?? "").split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    }
}
