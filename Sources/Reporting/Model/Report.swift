/// What any report is before a format is chosen: its title, where it comes from, and its tables.
public struct Report: Sendable {
    /// The stable name, as in the command and in machine formats.
    public let key: String
    /// The title people read.
    public let title: String
    /// What the report was asked for, under the title: office, filters, dates.
    public let metadata: [Metadatum]
    /// The tables.
    public let sections: [Section]
    /// Where the figures come from and who printed them, at the foot: run, as-of date, rule set.
    public let trace: [Metadatum]

    /// A report of the given parts.
    public init(
        key: String, title: String, metadata: [Metadatum] = [], sections: [Section], trace: [Metadatum] = []
    ) {
        self.key = key
        self.title = title
        self.metadata = metadata
        self.sections = sections
        self.trace = trace
    }

    /// The section of that key; without a key the only section.
    ///
    /// A format that holds one table must not choose silently between several.
    func section(_ wanted: String?) throws -> Section {
        let keys = sections.map(\.key).joined(separator: ", ")
        if let wanted {
            if let section = sections.first(where: { $0.key == wanted }) { return section }
            throw ReportingError(
                .sectionUnknown, "The report \(key) has no section \"\(wanted)\".", hint: "Its sections: \(keys).")
        }
        if sections.count == 1, let section = sections.first { return section }
        throw ReportingError(
            .sectionUnknown, "This format holds one table, and the report \(key) has \(sections.count).",
            hint: "Choose one: \(keys).")
    }
}

/// One labelled fact about a report.
public struct Metadatum: Sendable, Hashable {
    /// The stable name for machine formats.
    public let key: String
    /// The label people read.
    public let label: String
    /// The value, already in words.
    public let value: String
    /// The value for machines, where it is more than these words.
    public let cell: Cell?

    /// A fact with its key and label.
    public init(key: String, label: String, value: String, cell: Cell? = nil) {
        self.key = key
        self.label = label
        self.value = value
        self.cell = cell
    }
}
