import Postgres

/// What a file does to earlier ones: the batch it replaces, the list it brings mended rows of, and what it changed.
struct ImportCorrection {
    let request: ImportRequest
    let office: Office?
    let asOf: CalendarDate?
    let bringsBackRows: Bool

    /// Notes what counted before, takes back the batch to be replaced, and finds the list of mended rows.
    ///
    /// Creates the temporary tables `counted`, `replaced`, `correction`, `reliance` and `changed`.
    ///
    /// - Parameters:
    ///   - number: the number that the batch will have.
    ///   - session: the session of the import.
    /// - Throws: ``Fault`` when the batch to be replaced cannot be; `PostgresError`.
    func open(_ number: Int, _ session: Session) throws {
        try session.script(
            """
            create temp table replaced (batch_id integer) on commit drop;
            create temp table correction (counted_at timestamptz, supplements integer) on commit drop;
            create temp table reliance (earlier_batch_id integer, rows bigint) on commit drop;
            create temp table changed (what text, rows bigint, amount bigint) on commit drop;
            """)
        try session.execute("insert into correction (counted_at) values (clock_timestamp())")
        try session.execute(
            """
            create temp table counted on commit drop as
            select s.*
            from correction as c
            cross join lateral import.standing(\(office?.id)::smallint, c.counted_at) as s
            """)
        try session.script("analyze counted; analyze replaced")
        if let earlier = request.replaces {
            let taken = try Withdrawal.replace(
                earlier, with: number, kind: request.kind, office: office, session: session)
            try session.execute("insert into replaced select unnest(\(taken)::integer[])")
        }
        guard bringsBackRows else { return }
        let list = try listToSupplement(session)
        guard list != nil || !request.kind.isList else {
            throw Fault(
                .listMissing,
                "\(request.fileName) brings back refused rows of a list that is not in the register; alone they would pass for the whole list.",
                hint: "Import the whole file with --accept-valid first, or mend the whole file.")
        }
        try session.execute("update correction set supplements = \(list)")
    }

    /// Writes down what changed and which batches the new one rests on.
    func record(_ number: Int, _ session: Session) throws -> [ImportOutcome.Change] {
        try session.execute(
            """
            insert into import.reliance (batch_id, earlier_batch_id, rows)
            select \(number), r.earlier_batch_id, sum(r.rows)::bigint from reliance as r group by r.earlier_batch_id
            """)
        return try session.rows(
            """
            insert into import.change (batch_id, rows, amount, what)
            select \(number), c.rows, c.amount, c.what from changed as c order by c.what
            returning what, rows, amount
            """
        ).map { row in
            ImportOutcome.Change(
                what: try row.get("what"), rows: try row.get("rows"), amount: try row.getIfPresent("amount"))
        }
    }

    /// The batch that mended rows belong to: one that refused rows, best the file that they were refused from.
    ///
    /// Which list it is, is not guessed: unless the name of the file says so, it must be the only one.
    private func listToSupplement(_ session: Session) throws -> Int? {
        let lists = try session.rows(
            """
            select s.list_id, max(starts_with(\(request.fileName), b.file_name || '.rejects')::integer) = 1 as is_named
            from import.standing(\(office?.id)::smallint) as s
            inner join import.batch as b using (batch_id)
            where b.kind = \(request.kind.rawValue) and b.rows_rejected > 0
                and (\(asOf)::date is null or b.as_of is not distinct from \(asOf)::date)
            group by s.list_id
            order by is_named desc, s.list_id desc
            """
        ).map { (id: try $0.get("list_id", as: Int.self), isNamed: try $0.get("is_named", as: Bool.self)) }
        guard let best = lists.first else { return nil }
        guard best.isNamed || lists.count == 1 || !request.kind.isList else {
            throw Fault(
                .listMissing, "\(request.fileName) brings back refused rows, and several lists have refused some.",
                hint: "Give it the name under which the refused rows were written: FILE.rejects.csv")
        }
        return best.id
    }
}
