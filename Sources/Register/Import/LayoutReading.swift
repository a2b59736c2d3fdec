/// How a layout reads what can be read in more than one way: the order of dates and the meaning of codes.
public struct LayoutReading: Sendable, Equatable {
    /// Name of the layout.
    public let layout: String
    /// The order of dates in words; nil where no date depends on it.
    public let dates: String?
    /// The codes and their meanings, such as `relation 1=worker 2=husband`; nil where there are none.
    public let codes: String?
    /// True when the layout names some workers only.
    public let isPartial: Bool

    private static let longestCode = 3

    /// Nothing read yet.
    init() {
        (layout, dates, codes, isPartial) = ("", nil, nil, false)
    }

    /// The orders of the dates of a layout as they are recorded, such as `dmy`; nil where no column is a date.
    static func orders(of layout: ImportLayout) -> String? {
        let orders = Set(layout.columns.filter { $0.type == .date }.map { ($0.order ?? .dayMonthYear).rawValue })
        return orders.isEmpty ? nil : orders.sorted().joined(separator: ",")
    }

    /// What a layout says.
    init(_ layout: ImportLayout) {
        self.layout = layout.layout
        isPartial = layout.list == .partial
        let orders = layout.columns.filter { $0.type == .date }.map { ($0.order ?? .dayMonthYear).words }
        dates = orders.isEmpty ? nil : Set(orders).sorted().joined(separator: ", ")
        // Whole words say themselves what they mean.
        let legends = layout.columns.compactMap { column -> String? in
            let codes = (column.choices ?? [:]).filter { $0.key.count <= Self.longestCode }.sorted { $0.key < $1.key }
            guard !codes.isEmpty else { return nil }
            return ([column.to] + codes.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
        }
        codes = legends.isEmpty ? nil : legends.joined(separator: "; ")
    }
}
