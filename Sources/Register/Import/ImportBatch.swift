import Postgres

/// The bookkeeping of one import: its batch row, its counts and its entry in the journal.
struct ImportBatch {
    let file: RecognizedFile
    let office: Office?
    /// The employer of rows that name none.
    let employer: Int?

    private var request: ImportRequest { file.request }
    private var layout: ImportLayout { file.layout }
    private var bringsBackRows: Bool { file.recognition.bringsBackRows }

    var correction: ImportCorrection {
        ImportCorrection(request: request, office: office, asOf: file.asOf, bringsBackRows: bringsBackRows)
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
            create temp table said_before (rows bigint) on commit drop;
            create temp table this_import (
                batch_id integer, office_id smallint, as_of date, business_id bigint, headings jsonb, constants jsonb,
                partial boolean, mended boolean, supplements integer
            ) on commit drop;
            """)
        try session.execute(
            """
            insert into this_import
            values (
                \(number), \(office?.id), \(file.asOf), \(employer)::bigint,
                (select jsonb_object_agg(h.key, h.value)
                from unnest(\(layout.columns.map(\.to))::text[], \(layout.columns.map(\.heading.text))::text[]) as h (key, value)),
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
        file.recognition.constants.sorted { $0.key < $1.key }
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
        // Rows of lists that say what the list before said: they are stored, but add nothing.
        let saidBefore: Int = try session.value("select coalesce(sum(rows), 0)::bigint from said_before")
        outcome.accepted = try counts.get("accepted") - saidBefore
        outcome.unchanged = try counts.get("unchanged") + saidBefore
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

    /// True when the refused rows of a form leave the others as they are.
    ///
    /// A form of comings and goings reports each worker by itself. A row whose worker nobody knows yet makes no other
    /// row wrong and is no gap in a list.
    func refusesRowsAlone(_ outcome: ImportOutcome) -> Bool {
        layout.list == .partial && outcome.accepted + outcome.unchanged > 0
            && outcome.rejects.allSatisfy { $0.code == Self.unknownNumber }
    }

    /// How many rows the register gets: of lists all that were not refused.
    func rowsToWrite(_ outcome: ImportOutcome) -> Int {
        request.kind.isList ? outcome.accepted + outcome.unchanged : outcome.accepted
    }

    /// The reason for which forms refuse a row that names a worker by a number alone that no list has given yet.
    private static let unknownNumber = "unknown_number"

    /// Writes the batch, its refused rows and the journal entry.
    func record(_ outcome: ImportOutcome, number: Int, _ session: Session) throws {
        try session.execute(
            """
            insert into import.batch (
                batch_id, supplements, business_id, office_id, kind, layout, sheet, date_order, source, file_name, sha256, as_of,
                rows_read, rows_passed_over, rows_accepted, rows_unchanged, rows_warned, rows_rejected, total_amount, imported_by)
            overriding system value
            values (
                \(number), (select supplements from correction), \(employer), \(office?.id), \(request.kind.rawValue),
                \(layout.layout), \(file.recognition.sheet), \(LayoutReading.orders(of: layout)), \(request.source), \(request.fileName), \(file.hash), (select as_of from this_import),
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
            insert into import.notice (batch_id, notice_no, code, message)
            select \(number), n.notice_no, n.code, n.message
            from unnest(\(outcome.notices.map(\.code))::text[], \(outcome.notices.map(\.message))::text[])
                with ordinality as n (code, message, notice_no)
            """)
        try session.execute(
            """
            select journal.record(
                \(office?.id)::smallint, 'import', 'batch ' || \(number)::text, nullif(\(request.source), ''),
                jsonb_build_object('kind', \(request.kind.rawValue)::text, 'sha256', \(file.hash)::text,
                    'accepted', \(outcome.accepted)::bigint, 'unchanged', \(outcome.unchanged)::bigint,
                    'rejected', \(outcome.rejected)::bigint))
            """)
    }
}
