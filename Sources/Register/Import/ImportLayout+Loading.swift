import FoundationEssentials

extension ImportLayout {
    /// Codes and words that several layouts share: the data file `SQL/imports/legends.json`.
    private struct Legends: Decodable {
        /// Codes and what they mean in the register, by name of the legend.
        let choices: [String: [String: String]]
        /// Meanings in the register and the words that tell them, by name of the legend.
        let words: [String: [String: [String]]]
    }

    /// All layouts of the resources, by name.
    ///
    /// - Throws: ``Fault`` with `layoutMalformed` naming the file.
    public static func all(in resources: Resources) throws -> [ImportLayout] {
        let legends: Legends = try decoded(SourceText(path: resources.sql + "/imports/legends.json"))
        let files = try SourceText.folder(resources.sql + "/imports/layouts", ending: ".json")
        let spelled = try files.map { (file: $0, layout: try decoded($0) as ImportLayout) }
        return try spelled.map { file, layout in
            var whole = layout
            if let like = layout.like {
                guard let other = spelled.first(where: { $0.layout.layout == like })?.layout, other.like == nil else {
                    throw malformed(file)
                }
                let own = Set(layout.columns.map(\.to)).union(layout.without ?? [])
                whole.columns += other.columns.filter { !own.contains($0.to) }
            }
            guard whole.read(legends) else { throw malformed(file) }
            return whole
        }
    }

    /// Gives the columns the codes of the legends that they name; false for one that there is not.
    private mutating func read(_ legends: Legends) -> Bool {
        for index in columns.indices {
            guard let name = columns[index].legend else { continue }
            if let codes = legends.choices[name], columns[index].type == .choice {
                columns[index].choices = codes.merging(columns[index].choices ?? [:]) { _, own in own }
            } else if let words = legends.words[name], columns[index].type == .words {
                columns[index].words = words
            } else {
                return false
            }
        }
        return true
    }

    private static func decoded<Content: Decodable>(_ file: SourceText) throws -> Content {
        do {
            return try JSONDecoder().decode(Content.self, from: Data(file.text.utf8))
        } catch {
            throw malformed(file)
        }
    }

    private static func malformed(_ file: SourceText) -> Fault {
        Fault(
            .layoutMalformed, "The layout \(file.path) is not well formed.",
            hint: "Compare it with the other layouts in that folder.")
    }
}
