import FoundationEssentials

/// The words of one language, by key.
public struct Catalogue: Sendable {
    /// The language the words are in.
    public let language: Language

    private let texts: [String: String]

    /// Reads `<language>.json` from a folder.
    ///
    /// - Parameters:
    ///   - language: the language wanted.
    ///   - folder: the folder `Reports/text`.
    /// - Throws: a ``ReportingError`` naming the file.
    public init(language: Language, folder: String) throws {
        let path = "\(folder)/\(language.rawValue).json"
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            self.init(language: language, texts: try JSONDecoder().decode([String: String].self, from: data))
        } catch {
            throw ReportingError(
                .catalogueUnreadable, "The word list \(path) cannot be read.",
                hint: "It must be one JSON object of texts.", detail: String(describing: error))
        }
    }

    /// A catalogue of given texts.
    ///
    /// - Parameters:
    ///   - language: the language of the texts.
    ///   - texts: texts by key, with placeholders in braces.
    public init(language: Language, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// The keys in alphabetical order.
    public var keys: [String] {
        texts.keys.sorted()
    }

    /// The text of a key with its placeholders filled in.
    ///
    /// - Parameters:
    ///   - key: a key such as `report.total`.
    ///   - values: what replaces `{name}`, by name.
    /// - Returns: the text.
    /// - Throws: a ``ReportingError`` naming the missing key or value.
    public func text(_ key: String, _ values: [String: String] = [:]) throws -> String {
        guard let pattern = texts[key] else {
            throw ReportingError(
                .textMissing, "The word list \(language.rawValue).json has no text for \"\(key)\".",
                hint: "Add the key to both id.json and en.json.")
        }
        return try Self.pieces(of: pattern).map { piece in
            switch piece {
            case .text(let text): return String(text)
            case .placeholder(let name):
                guard let value = values[name] else {
                    throw ReportingError(.textMissing, "The text \"\(key)\" needs a value for {\(name)}.")
                }
                return value
            }
        }.joined()
    }

    /// The placeholders that a key's text holds, in alphabetical order.
    public func placeholders(of key: String) -> [String] {
        Self.pieces(of: texts[key] ?? "").compactMap { piece in
            if case .placeholder(let name) = piece { name } else { nil }
        }.sorted()
    }

    private enum Piece {
        case text(Substring)
        case placeholder(String)
    }

    /// Values are put in by position, never by repeated replacement, so a value that holds braces stays as it is.
    private static func pieces(of pattern: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            pieces.append(.text(rest[..<open]))
            pieces.append(.placeholder(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        return pieces + [.text(rest)]
    }
}
