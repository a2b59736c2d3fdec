import Postgres

/// The bookkeeping of one import: its batch row, its counts and its entry in the journal.
struct ImportBatch {
    let request: ImportRequest
    let layout: ImportLayout
    let hash: String
    let office: Office?
    let asOf: CalendarDate?
    /// The employer of rows that name none.
    let employer: Int?
    let bringsBackRows: Bool

    var correction: ImportCorrection {
        ImportCorrection(request: request, office: office, asOf: asOf, bringsBackRows: bringsBackRows)
    }

    /// Creates the tables that import statements expect, and returns the number that the batch will have.
    func open(_ session: Session) throws -> Int {
        let number: Int = try session.value("select nextval('import.batch_batch_id_seq')")
        try correction.open(number, session)
        try session.script(
            """
            create temp table rejected (line integer, column_name text, code text, message text) on commit drop;
            create temp table warned (line integer, column_name text, code text, message text) on commit drop;
            create temp table passed_over (line integer) on commit drop;
            create temp table this_import (
                batch_id integer, office_id smallint, as_of date, business_id bigint, headings jsonb, constants jsonb,
                partial boolean, mended boolean, supplements integer
            ) on commit drop;
            """)
        try session.execute(
            """
            insert into this_import
            values (
                \(number), \(office?.id), \(asOf), \(employer)::bigint,
                (select jsonb_object_agg(h.key, h.value)
                from unnest(\(layout.columns.map(\.to))::text[], \(layout.columns.map(\.heading))::text[]) as h (key, value)),
                (select coalesce(jsonb_object_agg(c.key, c.value), '{}')
                from unnest(\(constants.map(\.key))::text[], \(constants.map(\.value))::text[]) as c (key, value)),
                \(layout.list == .partial), \(bringsBackRows), (select supplements from correction))
            """)
        try session.execute(
            """
            create temp table standing on commit drop as
            select s.batch_id from this_import as i cross join lateral import.standing(i.office_id) as s
            """)
        // One row and few: without this the planner takes each join with them to multiply the rows of the file.
        try session.script("analyze this_import, standing")
        return number
    }

    private var constants: [(key: String, value: String)] {
        (layout.constants ?? [:]).sorted { $0.key < $1.key }
    }

    /// Counts the rows by verdict.
    func count(into outcome: inout ImportOutcome, _ session: Session) throws {
        let total =
            layout.controlTotal.map { "coalesce(sum(\"\($0)\") filter (where not unchanged), 0)::bigint" }
            ?? "0::bigint"
        let counts = try session.row(
            """
            select count(*) filter (where not unchanged) as accepted, count(*) filter (where unchanged) as unchanged,
                \(unescaped: total) as total
            from staging
            """)
        outcome.accepted = try counts.get("accepted")
        outcome.unchanged = try counts.get("unchanged")
        outcome.total = try counts.get("total")
        outcome.reading = LayoutReading(layout)
        outcome.rejected = try session.value("select count(distinct line) from rejected")
        outcome.warned = try session.value("select count(distinct line) from warned")
        outcome.rejects = try groups(of: "rejected", session)
        outcome.warnings = try groups(of: "warned", session)
    }

    private func groups(of table: String, _ session: Session) throws -> [ImportOutcome.Group] {
        try session.rows(
            """
            select column_name, code, message, count(distinct line) as rows, min(line) as first_line
            from \(identifier: table)
            group by column_name, code, message
            order by count(distinct line) desc, min(line), column_name, message
            """
        ).map { row in
            ImportOutcome.Group(
                column: try row.get("column_name"), code: try row.get("code"), message: try row.get("message"),
                rows: try row.get("rows"), firstLine: try row.get("first_line"))
        }
    }

    /// Writes the batch, its refused rows and the journal entry.
    func record(_ outcome: ImportOutcome, number: Int, _ session: Session) throws {
        try session.execute(
            """
            insert into import.batch (
                batch_id, supplements, business_id, office_id, kind, layout, source, file_name, sha256, as_of,
                rows_read, rows_passed_over, rows_accepted, rows_unchanged, rows_warned, rows_rejected, total_amount, imported_by)
            overriding system value
            values (
                \(number), (select supplements from correction), \(employer), \(office?.id), \(request.kind.rawValue),
                \(layout.layout), \(request.source), \(request.fileName), \(hash), (select as_of from this_import),
                \(outcome.read), \(outcome.passedOver), \(outcome.accepted),
                \(outcome.unchanged), \(outcome.warned), \(outcome.rejected), \(outcome.total), journal.actor())
            """)
        try session.execute(
            """
            insert into import.reject (batch_id, line, column_name, code, message)
            select \(number), line, column_name, code, message from rejected order by line
            """)
        try session.execute(
            """
            insert into import.warning (batch_id, line, column_name, code, message)
            select \(number), line, column_name, code, message from warned order by line
            """)
        try session.execute(
            """
            select journal.record(
                \(office?.id)::smallint, 'import', 'batch ' || \(number)::text, nullif(\(request.source), ''),
                jsonb_build_object('kind', \(request.kind.rawValue)::text, 'sha256', \(hash)::text,
                    'accepted', \(outcome.accepted)::bigint, 'unchanged', \(outcome.unchanged)::bigint,
                    'rejected', \(outcome.rejected)::bigint))
            """)
    }
}
