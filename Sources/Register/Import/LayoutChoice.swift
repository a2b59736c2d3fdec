/// Layouts that fit a file equally well, told apart for the user who must choose.
struct LayoutChoice {
    let layouts: [ImportLayout]

    /// The error that shows each layout with what it reads in its own way.
    func fault(_ path: String) -> Fault {
        let names = layouts.map(\.layout).joined(separator: " and ")
        return Fault(
            .layoutAmbiguous,
            "The headings of \(path) fit the layouts \(names) equally well.\n"
                + layouts.map(difference).joined(separator: "\n"),
            hint: "Name the one that applies: \(layouts.map { "--layout \($0.layout)" }.joined(separator: " or "))")
    }

    /// One layout in a line: its title, the order of its dates, its codes and the headings that only it reads.
    private func difference(_ layout: ImportLayout) -> String {
        let reading = LayoutReading(layout)
        let others = Set(layouts.filter { $0.layout != layout.layout }.flatMap { $0.columns.map(\.heading.text) })
        let own = layout.columns.map(\.heading.text).filter { !others.contains($0) }
        let parts = [
            reading.dates.map { "dates \($0)" }, reading.codes.map { "codes \($0)" },
            own.isEmpty ? nil : "reads \(own.joined(separator: ", "))",
        ]
        return (["  \(layout.layout): \(layout.title)"] + parts.compactMap { $0 }).joined(separator: "; ")
    }
}
