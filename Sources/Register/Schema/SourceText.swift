import FoundationEssentials

/// A text file of the resources: its name, its text and its hash.
public struct SourceText: Sendable {
    /// File name without folder and ending.
    public let name: String
    /// The whole path, for messages.
    public let path: String
    /// The text.
    public let text: String
    /// SHA-256 of the text.
    public var sha256: String { SHA256.hexadecimal(of: text.utf8) }

    /// Makes a source that is in memory already.
    public init(name: String, path: String, text: String) {
        self.name = name
        self.path = path
        self.text = text
    }

    /// Reads a file.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Fault(
                .fileUnreadable, "The file \(path) cannot be read.", hint: "Check that it is there and readable.")
        }
        let file = path.split(separator: "/").last ?? ""
        self.init(
            name: String(file.prefix(upTo: file.lastIndex(of: ".") ?? file.endIndex)),
            path: path, text: String(decoding: data, as: UTF8.self))
    }

    /// The files of a folder with an ending, by name.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public static func folder(_ folder: String, ending: String) throws -> [SourceText] {
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Fault(.fileUnreadable, "The folder \(folder) cannot be read.", hint: "Reinstall Patuh's resources.")
        }
        return try files.filter { $0.hasSuffix(ending) }.sorted().map { try SourceText(path: "\(folder)/\($0)") }
    }
}
