/// What a field held in the file that it comes from.
enum CellKind: UInt8 {
    /// Text, also of a number or date that was written as text.
    case text
    /// A number, given in plain digits.
    case number
    /// A day, given as `2026-10-31`.
    case date
    /// A number of 16 digits or more: a spreadsheet keeps 15, so the last ones may be made up.
    case roundedNumber
    /// A formula that failed, such as `#REF!`.
    case error
    /// A formula whose value was never computed.
    case openFormula
    /// Nothing.
    case empty
}
