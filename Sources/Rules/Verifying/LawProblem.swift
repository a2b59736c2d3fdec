/// Something that is wrong, or in doubt, in the files of the law.
public struct LawProblem: Sendable, Hashable, Comparable {
    /// How grave it is.
    public enum Severity: String, Sendable {
        /// The law must not be used like this.
        case error
        /// Somebody should look at it.
        case warning
    }

    /// How grave it is.
    public let severity: Severity
    /// The check that found it.
    public let check: String
    /// The file.
    public let path: String
    /// The line in the file.
    public let line: Int
    /// What is wrong.
    public let message: String

    /// By place.
    public static func < (left: Self, right: Self) -> Bool {
        (left.path, left.line, left.check, left.message) < (right.path, right.line, right.check, right.message)
    }
}
