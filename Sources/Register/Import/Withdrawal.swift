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
    /// - Throws: ``Fault`` with `batchUnknown`, `batchStays` or `batchIsNeeded`; `PostgresError`.
    public static func withdraw(
        _ batch: Int, office: Office, reason: String, dryRun: Bool = false, session: Session
    ) throws -> Withdrawal {
        try session.transaction { session in
            try session.execute("select pg_advisory_xact_lock(hashtext('patuh.import'), \(office.id))")
            let taken = try find(batch, of: office, in: session)
            try refuseIfLeanedOn([batch], session)
            if !dryRun { try taken.record(reason, office, session) }
            return taken
        }
    }

    /// Withdraws a batch, and the mended rows that came after it, for a file that replaces it.
    ///
    /// - Parameters:
    ///   - batch: number of the batch.
    ///   - number: number of the batch that the file will be.
    ///   - kind: import kind of the file, which must be that of the batch.
    ///   - office: the office of the file.
    ///   - session: the session of the import, in its transaction.
    /// - Returns: the batches taken back.
    /// - Throws: ``Fault`` with `batchUnknown`, `batchStays`, `batchIsNeeded` or `replacesOtherKind`; `PostgresError`.
    static func replace(
        _ batch: Int, with number: Int, kind: ImportKind, office: Office?, session: Session
    ) throws -> [Int] {
        guard let office else { throw setsUp(batch) }
        let first = try find(batch, of: office, in: session)
        guard first.kind == kind.rawValue else {
            throw Fault(
                .replacesOtherKind,
                "Batch \(batch) is of the kind \(first.kind), and the file is of the kind \(kind.rawValue).",
                hint: "A file replaces one of its own kind. See: patuh import list")
        }
        let mended = try session.rows(
            """
            select b.batch_id
            from import.standing(\(office.id)::smallint) as s
            inner join import.batch as b using (batch_id)
            where b.supplements = \(batch)
            order by b.batch_id
            """
        ).map { try find(try $0.get("batch_id"), of: office, in: session) }
        let taken = [first] + mended
        try refuseIfLeanedOn(taken.map(\.batch), session)
        for one in taken { try one.record("replaced by batch \(number)", office, session) }
        return taken.map(\.batch)
    }

    private static func find(_ batch: Int, of office: Office, in session: Session) throws -> Withdrawal {
        // Lists are stored whole, also where they say what was known.
        let lists = ImportKind.allCases.filter(\.isList).map(\.rawValue)
        guard
            let row = try session.rowIfPresent(
                """
                select b.office_id is null as sets_up, b.kind, b.file_name,
                    b.rows_accepted + case when b.kind = any (\(lists)::text[]) then b.rows_unchanged else 0 end as rows,
                    exists (select from import.withdrawal as w where w.batch_id = b.batch_id) as withdrawn
                from import.batch as b
                where b.batch_id = \(batch) and (b.office_id = \(office.id) or b.office_id is null)
                """)
        else { throw unknown(batch, office) }
        if try row.get("withdrawn") {
            throw Fault(.batchStays, "Batch \(batch) has been withdrawn already.", hint: "See: patuh import list")
        }
        if try row.get("sets_up") { throw setsUp(batch) }
        return Withdrawal(
            batch: batch, kind: try row.get("kind"), fileName: try row.get("file_name"),
            rows: try row.get("rows"))
    }

    private static func setsUp(_ batch: Int) -> Fault {
        Fault(
            .batchStays, "Batch \(batch) sets up offices or officers and cannot be withdrawn.",
            hint: "Import a corrected file of the same kind; it replaces what this one said.")
    }

    /// Rows that a later file only confirmed stand in the earlier batch alone: they would be lost with it.
    private static func refuseIfLeanedOn(_ batches: [Int], _ session: Session) throws {
        let leaning = try session.rows(
            """
            select distinct l.batch_id
            from (
                select r.batch_id, r.earlier_batch_id from import.reliance as r
                union all
                select b.batch_id, b.supplements from import.batch as b where b.supplements is not null
            ) as l
            where l.earlier_batch_id = any (\(batches)::integer[]) and l.batch_id <> all (\(batches)::integer[])
                and not exists (select from import.withdrawal as w where w.batch_id = l.batch_id)
            order by l.batch_id desc
            """
        ).map { try $0.get("batch_id", as: Int.self) }
        guard let newest = leaning.first else { return }
        let names = leaning.map(String.init).joined(separator: ", ")
        throw Fault(
            .batchIsNeeded,
            "Batch \(batches[0]) cannot be taken back: \(leaning.count == 1 ? "batch" : "batches") \(names) \(leaning.count == 1 ? "rests" : "rest") on its rows.",
            hint:
                "Take back batch \(newest) first, newest first; then import its file again, and its rows are stored anew."
        )
    }

    private func record(_ reason: String, _ office: Office, _ session: Session) throws {
        try session.execute(
            """
            insert into import.withdrawal (batch_id, office_id, withdrawn_by, reason)
            values (\(batch), \(office.id), journal.actor(), \(reason))
            """)
        try session.script("analyze import.withdrawal")
        try session.execute(
            """
            select journal.record(
                \(office.id)::smallint, 'import.undo', 'batch ' || \(batch)::text, \(reason),
                jsonb_build_object('kind', \(kind)::text, 'rows', \(rows)::bigint))
            """)
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
