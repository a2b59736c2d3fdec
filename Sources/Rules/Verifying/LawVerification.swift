public import Postgres
public import Register

/// Holds the rules and the dated law against what must be true of them.
public struct LawVerification: Sendable {
    private static let checks: [any LawCheck.Type] = [
        HeaderCheck.self, CitationCheck.self, RowCheck.self, OverlapCheck.self, GapCheck.self, InForceCheck.self,
        ScenarioCheck.self, AgeCheck.self, ConfidenceCheck.self,
    ]

    private let resources: Resources

    /// Works with the files of the resources.
    public init(_ resources: Resources) {
        self.resources = resources
    }

    /// What is wrong in the files, by file and line; needs no database.
    ///
    /// - Parameter day: the day on which the law must cover what rules and functions ask for.
    /// - Returns: the problems by place.
    /// - Throws: ``Fault`` with `fileUnreadable` or `csvMalformed`.
    public func files(on day: CalendarDate) throws -> [LawProblem] {
        let book = try LawBook(resources)
        return try Self.checks.flatMap { try $0.init().problems(in: book, on: day) }.sorted()
    }

    /// The worked examples that the functions do not come out to, by file and line.
    ///
    /// The functions and the data of the files are used, and nothing stays in the database.
    ///
    /// - Throws: ``Fault``; `PostgresError` when the database refuses the files.
    public func examples(_ session: Session) throws -> [LawProblem] {
        do {
            return try session.transaction { session in
                _ = try Schema(resources).migrate(session)
                throw Undo(problems: try ExampleCheck(resources).problems(session).sorted())
            }
        } catch let undo as Undo {
            return undo.problems
        }
    }

    /// Rolls back, and carries out of the transaction what was found in it.
    private struct Undo: Error {
        let problems: [LawProblem]
    }
}
