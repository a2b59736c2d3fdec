import ArgumentParser
import Postgres
import Register

/// What all entries by hand have in common.
struct EntryOptions: ParsableArguments {
    @OptionGroup var source: SourceOption

    @Flag(name: [.customShort("n"), .long], help: "Check everything, change nothing.")
    var dryRun = false

    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    /// Records the entry that the body makes, and says under which batch.
    func record(_ entry: @escaping @Sendable (Session) throws -> Entry) async throws {
        let (outcome, codes) = try await Workspace.open(connection) { workspace in
            try await workspace.database.run { session in
                let outcome = try entry(session).record(
                    office: office.office, dryRun: dryRun, resources: workspace.resources, session: session)
                return (outcome, try employers(of: outcome, session))
            }
        }
        for notice in outcome.notices where notice.isDoubt { Terminal.note("Warning: \(notice.message)") }
        for group in outcome.warnings { Terminal.note("Warning: \(group.column): \(group.message) [\(group.code)]") }
        if !outcome.changes.isEmpty {
            Terminal.note("Changes: \(outcome.changes.map(ChangeWords.phrase).joined(separator: ", "))")
        }
        for code in codes { Terminal.note("Employer \(code)") }
        if case .accepted(let batch) = outcome.verdict {
            Terminal.note("Recorded as batch \(batch). Taken back with: patuh import undo \(batch)")
        } else {
            Terminal.note("Dry run: nothing changed.")
        }
    }

    /// The numbers by which the employers of a new batch are called.
    private func employers(of outcome: ImportOutcome, _ session: Session) throws -> [String] {
        guard case .accepted(let batch) = outcome.verdict else { return [] }
        return try session.rows(
            """
            select distinct p.code || case when b.batch_id <> r.batch_id then ', which was known before' else '' end as code
            from register.business_record as r
            inner join register.business as b using (business_id)
            inner join register.business_profile as p using (business_id)
            where r.batch_id = \(batch)
            """
        ).map { try $0.get("code") }
    }
}
