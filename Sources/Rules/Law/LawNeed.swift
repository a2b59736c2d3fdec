/// A figure, deadline or setting that a statement asks for by name.
struct LawNeed: Sendable, Hashable {
    let table: LawTable
    let name: String
    /// The file that asks.
    let path: String
    /// The line in the file.
    let line: Int
}
