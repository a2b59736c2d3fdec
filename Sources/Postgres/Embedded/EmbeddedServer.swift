/// A private PostgreSQL server in a folder of its own.
public struct EmbeddedServer: Sendable {
    /// The folder that holds the cluster, the socket, the locks and the log.
    public let home: String

    var connectionSettings: [(keyword: String, value: String)] {
        [("host", "\(home)/socket"), ("port", "5432"), ("user", "patuh")]
    }

    func lease() async throws -> EmbeddedLease { EmbeddedLease() }
    func ensureRunning() async throws {}
    func createDatabaseIfMissing(_ name: String) async throws {}
}

final class EmbeddedLease: Sendable {}
