/// An SQL file cut into named parts by lines such as `-- [check]`.
public struct SQLParts: Sendable {
    private let parts: [(name: String, text: String)]
    private let source: SourceText

    /// Cuts a file; what stands before the first marker is not part of any part.
    public init(_ source: SourceText) {
        self.source = source
        var parts: [(name: String, text: String)] = []
        for line in source.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("-- ["), line.hasSuffix("]") {
                parts.append((String(line.dropFirst(4).dropLast()), ""))
            } else if !parts.isEmpty {
                parts[parts.count - 1].text += line + "\n"
            }
        }
        self.parts = parts
    }

    /// The names of the parts, in file order.
    public var names: [String] { parts.map(\.name) }

    /// The text of a part that a file may lack.
    public func textIfPresent(_ name: String) -> String? {
        parts.first { $0.name == name }?.text
    }

    /// The text of a part.
    ///
    /// - Throws: ``Fault`` with `ruleMalformed` naming the file and the missing part.
    public func text(_ name: String) throws -> String {
        guard let part = parts.first(where: { $0.name == name }) else {
            throw Fault(
                .ruleMalformed, "\(source.path) has no part [\(name)].",
                hint: "Add a line \"-- [\(name)]\" and the statement below it.")
        }
        return part.text
    }
}
