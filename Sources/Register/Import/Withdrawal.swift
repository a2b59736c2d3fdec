public import Postgres

/// Takes a batch back: an event, never a deletion.
///
/// From then on nothing is judged by its rows.
public struct Withdrawal: Sendable {
    /// Number of the batch.
    public let batch: Int
    /// What kind of file it was.
    public let kind: String
    /// Its file name.
    public let fileName: String
    /// Rows that it had added.
    public let rows: Int

    /// Withdraws a batch of an office.
    ///
    /// - Parameters:
    ///   - batch: number of the batch.
    ///   - office: the office it belongs to.
    ///   - reason: why, for the journal.
    ///   - dryRun: checks and reports, changes nothing.
    ///   - session: the session to work with.
    /// - Returns: what was, or would be, taken back.
    /// - Throws: ``Fault`` with `batchUnknown` or `batchStays`; `PostgresError`.
    public static func withdraw(
        _ batch: Int, office: Office, reason: String, dryRun: Bool = false, session: Session
    ) throws -> Withdrawal {
        try session.transaction { session in
            try session.execute("select pg_advisory_xact_lock(hashtext('patuh.import'), \(office.id))")
            guard
                let row = try session.rowIfPresent(
                    """
                    select b.office_id is null as sets_up, b.kind, b.file_name, b.rows_accepted,
                        exists (select from import.withdrawal as w where w.batch_id = b.batch_id) as withdrawn
                    from import.batch as b
                    where b.batch_id = \(batch) and (b.office_id = \(office.id) or b.office_id is null)
                    """)
            else { throw unknown(batch, office) }
            if try row.get("withdrawn") {
                throw Fault(.batchStays, "Batch \(batch) has been withdrawn already.", hint: "See: patuh import list")
            }
            if try row.get("sets_up") {
                throw Fault(
                    .batchStays, "Batch \(batch) sets up offices or officers and cannot be withdrawn.",
                    hint: "Import a corrected file of the same kind; it replaces what this one said.")
            }
            let taken = Withdrawal(
                batch: batch, kind: try row.get("kind"), fileName: try row.get("file_name"),
                rows: try row.get("rows_accepted"))
            if !dryRun {
                try session.execute(
                    """
                    insert into import.withdrawal (batch_id, office_id, withdrawn_by, reason)
                    values (\(batch), \(office.id), journal.actor(), \(reason))
                    """)
                try session.execute(
                    """
                    select journal.record(
                        \(office.id)::smallint, 'import.undo', 'batch ' || \(batch)::text, \(reason),
                        jsonb_build_object('kind', \(taken.kind)::text, 'rows', \(taken.rows)::bigint))
                    """)
            }
            return taken
        }
    }

    /// Refuses to go on when an office has no such batch.
    ///
    /// - Throws: ``Fault`` with `batchUnknown`.
    public static func requireBatch(_ batch: Int, of office: Office, in session: Session) throws {
        let exists: Bool = try session.value(
            """
            select exists (
                select from import.batch where batch_id = \(batch) and (office_id = \(office.id) or office_id is null))
            """)
        guard exists else { throw unknown(batch, office) }
    }

    private static func unknown(_ batch: Int, _ office: Office) -> Fault {
        Fault(.batchUnknown, "Office \(office.code) has no batch \(batch).", hint: "See: patuh import list")
    }
}
