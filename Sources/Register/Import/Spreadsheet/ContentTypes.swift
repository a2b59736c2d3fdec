/// What the parts of a workbook are, by name or by extension.
final class ContentTypes: XMLHandler {
    private var byName: [String: String] = [:]
    private var byExtension: [String: String] = [:]

    /// Reads them.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    init(_ archive: Archive) throws {
        let part = try archive.open("[Content_Types].xml", limit: SpreadsheetLimits.descriptionBytes)
        try XMLStream(part, handler: self).run()
    }

    /// The type of a part.
    func type(of part: String) -> String? {
        byName[part.lowercased()] ?? byExtension[String(part.lowercased().split(separator: ".").last ?? "")]
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard let type = attributes["ContentType"] else { return }
        if let part = attributes["PartName"] {
            byName[String(PartName.plain(part).lowercased().drop { $0 == "/" })] = type
        }
        if let suffix = attributes["Extension"] { byExtension[suffix.lowercased()] = type }
    }
}
