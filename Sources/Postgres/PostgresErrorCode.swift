extension PostgresError {
    /// A kind of failure; new kinds can be added without breaking callers.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String {
            case connectionFailed, connectionLost, closed
            case serverError, transactionFailed, cancelled
            case encoding, decoding, unexpectedRowCount
            case copyFailed, fileUnreadable
            case dataFolderUnusable, serverBinariesMissing, serverStartFailed, serverStopFailed
        }

        private let kind: Kind

        /// The name of the kind.
        public var description: String { kind.rawValue }

        /// No connection could be made.
        public static let connectionFailed = Code(kind: .connectionFailed)
        /// The connection broke while it was used.
        public static let connectionLost = Code(kind: .connectionLost)
        /// The connection had been closed before.
        public static let closed = Code(kind: .closed)
        /// The server refused a statement.
        public static let serverError = Code(kind: .serverError)
        /// A transaction could not be committed because a statement in it had failed.
        public static let transactionFailed = Code(kind: .transactionFailed)
        /// The task was cancelled and the statement with it.
        public static let cancelled = Code(kind: .cancelled)
        /// A value cannot be sent to the server.
        public static let encoding = Code(kind: .encoding)
        /// A value from the server is not what the caller expects.
        public static let decoding = Code(kind: .decoding)
        /// A statement returned more or fewer rows than it must.
        public static let unexpectedRowCount = Code(kind: .unexpectedRowCount)
        /// A COPY was not a COPY, or broke off.
        public static let copyFailed = Code(kind: .copyFailed)
        /// A file to be copied into a table cannot be read.
        public static let fileUnreadable = Code(kind: .fileUnreadable)
        /// The folder for the private server cannot be used.
        public static let dataFolderUnusable = Code(kind: .dataFolderUnusable)
        /// No PostgreSQL server programs were found.
        public static let serverBinariesMissing = Code(kind: .serverBinariesMissing)
        /// The private server did not start.
        public static let serverStartFailed = Code(kind: .serverStartFailed)
        /// The private server did not stop.
        public static let serverStopFailed = Code(kind: .serverStopFailed)
    }
}
