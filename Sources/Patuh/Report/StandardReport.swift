import Postgres
import Register
import Reporting

/// Builds a report of `SQL/reports` and writes it: what all report commands share.
struct StandardReport: Sendable {
    private let name: String
    private let connection: ConnectionOptions
    private let output: OutputOptions
    private let limit: Int?

    init(_ name: String, _ connection: ConnectionOptions, _ output: OutputOptions, limit: Int? = nil) {
        self.name = name
        self.connection = connection
        self.output = output
        self.limit = limit
    }

    /// Writes the report on an office.
    func write(for office: OfficeOption) async throws {
        try await write { ReportScope(office: try Office.find(office.office, in: $0)) }
    }

    /// Writes the report on a scope that the session helps to find; nil for reports that need none.
    func write(_ scope: @escaping @Sendable (Session) throws -> ReportScope?) async throws {
        _ = try await write { session, _ in try scope(session) }
    }

    /// Writes the report after its tables have been prepared, and returns it.
    func write(_ scope: @escaping @Sendable (Session, Resources) throws -> ReportScope?) async throws -> Report {
        try await Workspace.open(connection, language: output.lang) { workspace in
            let report = try await workspace.database.run { session in
                try ReportBuilder(workspace.resources, catalogue: workspace.catalogue)
                    .build(name, scope: try scope(session, workspace.resources), limit: limit, session: session)
            }
            try await output.write(report, workspace)
            return report
        }
    }
}
