/// One JSON object per row, each naming its section; for large sets and line-wise tools.
public struct JSONLinesRenderer: ReportRenderer {
    let options: RenderOptions

    /// A renderer for all sections, or for the one that the options choose.
    public init(options: RenderOptions = RenderOptions()) {
        self.options = options
    }

    /// The rows as JSON Lines.
    public func render(_ report: Report) throws -> [UInt8] {
        let sections = options.section == nil ? report.sections : [try report.section(options.section)]
        var text = ""
        for section in sections {
            for row in section.rows {
                guard case .object(let members) = section.object(of: row) else { continue }
                let line = JSONValue.object([.init("section", .string(section.key))] + members)
                text += line.compact + "\n"
            }
        }
        return Array(text.utf8)
    }
}
