public import Register

/// A rule of the audit: its header and the statements that test it.
///
/// One file under `SQL/rules`.
public struct Rule: Sendable {
    /// What the rule says of itself.
    public let header: RuleHeader
    /// The whole file.
    public let source: SourceText
    /// The parts that a rule file must have; it may have `money` and `sources` besides.
    static let parts = ["tested", "not judged", "violations"]

    /// Counts the subjects that were judged.
    let tested: String
    /// Lists what could not be judged.
    let notJudged: String
    /// Lists the violations.
    let violations: String
    /// The lines of money and the sources of a violation `v`, as expressions: a column, or a part of the file that makes them
    /// from others, so that they are made only for what is stored.
    let money: String
    let sources: String

    /// Reads a rule file.
    ///
    /// - Throws: ``Fault`` with `ruleMalformed`.
    public init(_ source: SourceText) throws {
        self.source = source
        header = try RuleHeader(source)
        let parts = SQLParts(source)
        tested = try parts.text("tested")
        notJudged = try parts.text("not judged")
        violations = try parts.text("violations")
        money = parts.textIfPresent("money") ?? "v.money"
        sources = parts.textIfPresent("sources") ?? "v.sources"
    }

    /// The header as JSON, for the frozen rule version.
    var headerJSON: String {
        let lines = source.text.split(separator: "\n").prefix { $0.hasPrefix("-- ") && !$0.hasPrefix("-- [") }
        let members = lines.map { line -> String in
            let text = line.dropFirst(3)
            let colon = text.firstIndex(of: ":") ?? text.endIndex
            let value = text[colon...].dropFirst().split(separator: " ").joined(separator: " ")
            return "\"\(text[..<colon])\": \"\(Self.escaped(value))\""
        }
        return "{\(members.joined(separator: ", "))}"
    }

    /// The characters that a JSON string cannot hold as they are; a header value has no line breaks.
    private static func escaped(_ value: String) -> String {
        value.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }.reduce(into: "") { $0.append($1) }
    }
}
