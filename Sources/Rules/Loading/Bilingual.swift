/// A text of a rule in both languages.
public struct Bilingual: Sendable, Hashable {
    /// Indonesian.
    public let indonesian: String
    /// English.
    public let english: String

    /// Pairs two texts.
    public init(indonesian: String, english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// Names in braces in either text.
    var placeholders: Set<String> {
        var names: Set<String> = []
        for piece in indonesian.split(separator: "{").dropFirst() + english.split(separator: "{").dropFirst() {
            if let end = piece.firstIndex(of: "}") { names.insert(String(piece[..<end])) }
        }
        return names
    }
}
