/// A field as CSV files hold it (RFC 4180).
enum CSVField {
    /// The field in quotes, those inside it doubled.
    static func quoted(_ text: String) -> [UInt8] {
        let doubled = text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return Array("\"\(doubled)\"".utf8)
    }
}
