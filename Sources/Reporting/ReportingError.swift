/// What went wrong while texts, reports or letters were produced.
public struct ReportingError: Error, Sendable, CustomStringConvertible {
    /// The kind of failure.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String {
            case catalogueUnreadable = "catalogue-unreadable"
            case textMissing = "text-missing"
            case sectionUnknown = "section-unknown"
            case typesetterMissing = "typesetter-missing"
            case typesettingFailed = "typesetting-failed"
            case typesetterStopped = "typesetter-stopped"
            case fileNotWritten = "file-not-written"
        }

        private let kind: Kind

        /// A word list is missing or is not a flat JSON object.
        public static let catalogueUnreadable = Self(kind: .catalogueUnreadable)
        /// A word list lacks a key, or a text lacks a value.
        public static let textMissing = Self(kind: .textMissing)
        /// The report has no such section, or a section must be chosen.
        public static let sectionUnknown = Self(kind: .sectionUnknown)
        /// The interpreter, its packages or the fonts are not installed.
        public static let typesetterMissing = Self(kind: .typesetterMissing)
        /// A template did not compile with its data.
        public static let typesettingFailed = Self(kind: .typesettingFailed)
        /// The typesetting worker ended before it answered.
        public static let typesetterStopped = Self(kind: .typesetterStopped)
        /// The output file could not be written.
        public static let fileNotWritten = Self(kind: .fileNotWritten)

        /// The stable name of the code.
        public var description: String { kind.rawValue }
    }

    /// The kind of failure.
    public let code: Code
    /// What happened, safe to show to anyone.
    public let message: String
    /// What to do about it, if there is something.
    public let hint: String?
    /// Technical detail for a debug log; not for the screen.
    public let detail: String?

    /// The message and the hint, never the detail.
    public var description: String {
        [message, hint].compactMap(\.self).joined(separator: " ")
    }

    init(_ code: Code, _ message: String, hint: String? = nil, detail: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.detail = detail
    }
}
