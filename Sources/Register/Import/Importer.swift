public import Postgres

/// Takes a file into the register: recognises its layout, checks every row, and accepts all rows or none.
public struct Importer: Sendable {
    private let resources: Resources

    /// Works with the layouts and statements of the resources.
    public init(_ resources: Resources) {
        self.resources = resources
    }

    /// Imports a file in one transaction.
    ///
    /// - Parameters:
    ///   - request: what to import.
    ///   - session: the session to work with.
    ///   - rejectsPath: where refused rows go, in the layout of the file; nil for nowhere.
    ///   - progress: told how far the import is.
    ///   - check: may refuse what is about to be written, by throwing; nothing then stays.
    /// - Returns: what the import did, or would have done.
    /// - Throws: ``Fault`` for a file that is not recognised or not readable; `PostgresError`.
    public func run(
        _ request: ImportRequest, session: Session, rejectsPath: String?, progress: ImportProgress? = nil,
        check: (ImportOutcome) throws -> Void = { _ in }
    ) throws -> ImportOutcome {
        let file = try RecognizedFile(request, in: resources)
        do {
            return try session.transaction { session in
                var run = try ImportRun(file, resources, session)
                if try run.isKnown() { return run.outcome }
                try run.open()
                try run.stage(progress)
                try run.judge(progress)
                if run.outcome.rejected > 0 {
                    if let rejectsPath { try run.writeRejects(to: rejectsPath) }
                    guard run.goesOnWithoutRefused else {
                        run.outcome.verdict = .refused
                        throw Undo(run.outcome)
                    }
                }
                try check(run.outcome)
                try run.accept(progress)
                if request.dryRun { throw Undo(run.outcome) }
                run.outcome.verdict = .accepted(batch: run.number)
                return run.outcome
            }
        } catch let undo as Undo {
            return undo.outcome
        }
    }

    /// Rolls the transaction back and carries the outcome out of it.
    private struct Undo: Error {
        let outcome: ImportOutcome

        init(_ outcome: ImportOutcome) {
            self.outcome = outcome
        }
    }
}
