import FoundationEssentials

/// A private PostgreSQL server in a folder of its own, for those who have no server.
///
/// It listens on a socket that only its owner can open, and never on the network. Commands start it when they need it
/// and stop it when no other uses it; `start(keep: true)` keeps it until `stop`.
public struct EmbeddedServer: Sendable {
    /// Choices for one server.
    public struct Options: Sendable {
        /// Whether commits reach the disk; only throwaway clusters go without.
        public var isDurable = true
        /// The folder of the server programs, if they are not to be searched for.
        public var programs: String?
        /// How long a start or a stop may take, crash recovery included.
        public var patience: Duration = .seconds(120)

        /// The usual choices.
        public init() {}
    }

    /// The folder that holds the cluster, the socket, the locks and the log.
    public let home: String
    let options: Options

    /// Uses the folder at `home`, which need not exist yet.
    public init(home: String, options: Options = Options()) {
        self.home = home.count > 1 && home.hasSuffix("/") ? String(home.dropLast()) : home
        self.options = options
    }

    /// The folder with the server's socket: what `PGHOST` must be to reach it.
    public var socketFolder: String { "\(home)/socket" }

    /// The file the server writes its log to.
    public var logFile: String { "\(home)/postgresql.log" }

    /// The user name to connect with.
    public static let user = "patuh"

    /// The port that names the socket file.
    public static let port = "5432"

    /// A present marker says that a command started the server for itself.
    var startedByCommandMarker: String { "\(home)/started-by-command" }

    var connectionSettings: [(keyword: String, value: String)] {
        [
            ("host", socketFolder), ("port", Self.port), ("user", Self.user), ("sslmode", "disable"),
            ("gssencmode", "disable"),
        ]
    }

    func parameters(database: String) -> ConnectionParameters {
        ConnectionParameters(
            connectionSettings + [("dbname", database), ("application_name", "patuh"), ("connect_timeout", "10")]
        )
    }
}
