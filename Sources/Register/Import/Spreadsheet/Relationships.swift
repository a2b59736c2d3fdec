/// Which parts a part of a workbook refers to.
final class Relationships: XMLHandler {
    /// One reference: its id, the last word of its type, and the part.
    struct Target {
        let id: String
        let type: String
        let part: String
    }

    private(set) var targets: [Target] = []
    private let folder: Substring

    /// Reads the references of a part; those of the whole file if the name is empty.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    init(of part: String, in archive: Archive) throws {
        let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        folder = part[..<slash]
        let name = "\(folder)_rels/\(part[slash...]).rels"
        try XMLStream(archive.open(name, limit: SpreadsheetLimits.descriptionBytes), handler: self).run()
    }

    /// The part of the first reference of a type.
    func part(_ type: String) -> String? {
        targets.first { $0.type == type }?.part
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard case "Relationship" = name, let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"], attributes["TargetMode"] != "External"
        else { return }
        // Strict and transitional workbooks differ in all but the last word of a type.
        let word = type.split(separator: "/").last.map(String.init) ?? type
        targets.append(Target(id: id, type: word, part: resolve(PartName.plain(target))))
    }

    private func resolve(_ target: String) -> String {
        var path: [Substring] = []
        for step in (target.hasPrefix("/") ? target[...] : folder + target).split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}
