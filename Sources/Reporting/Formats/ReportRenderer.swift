/// Turns a report into the bytes of one format.
public protocol ReportRenderer: Sendable {
    /// The report in this renderer's format.
    func render(_ report: Report) async throws -> [UInt8]
}

/// How a report is laid out.
public struct RenderOptions: Sendable {
    /// The columns of the terminal; nil for as wide as needed.
    public var width: Int?
    /// Whether headings may carry terminal styles.
    public var styled: Bool
    /// The section wanted, for formats that hold one table.
    public var section: String?

    /// Options; by default unlimited width, no styles, no section chosen.
    public init(width: Int? = nil, styled: Bool = false, section: String? = nil) {
        self.width = width
        self.styled = styled
        self.section = section
    }
}
