/// Why a sample could not be made.
public struct SampleError: Error, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Base: String {
            case badOption, reference, folder, write
        }

        private let base: Base

        /// An option is out of range.
        public static let badOption = Code(base: .badOption)
        /// The reference data lacks something, or a file of it is missing or malformed.
        public static let reference = Code(base: .reference)
        /// The target folder holds something that is not an earlier sample, or cannot be used.
        public static let folder = Code(base: .folder)
        /// A file could not be written.
        public static let write = Code(base: .write)

        /// The code's name.
        public var description: String { base.rawValue }
    }

    /// The kind of failure.
    public let code: Code
    /// What happened, safe to show.
    public let message: String
    /// What to do about it.
    public let hint: String?

    init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// The message, followed by the hint.
    public var description: String {
        hint.map { "\(message) \($0)" } ?? message
    }
}
