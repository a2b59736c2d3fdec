/// Numbers of findings as people write them.
enum FindingCode {
    /// The number of `F-000123`, `f-123` or `123`; nil for anything else.
    static func number(_ code: String) -> Int64? {
        Int64(code.uppercased().hasPrefix("F-") ? String(code.dropFirst(2)) : code)
    }
}
