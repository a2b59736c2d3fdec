import Postgres

/// What the register knows of the very bytes of a file.
struct EarlierBatch {
    let file: RecognizedFile
    let office: Office?
    let employer: Int?

    private var request: ImportRequest { file.request }
    private var recognition: LayoutRecognition { file.recognition }

    /// A batch of the same bytes, kind, office, employer and date.
    private struct Found {
        let number: Int
        let day: String
        let sheet: String?
        let layout: String
        let dateOrder: String?
    }

    /// Whether the file was imported before, of the same sheet.
    ///
    /// - Parameter session: the session of the import.
    /// - Returns: what to say of a file that was; nil for one that is to be imported.
    /// - Throws: ``Fault`` with `readOtherwise` when the user asks for another reading of the same bytes than the
    ///   batch has; `PostgresError`.
    func verdict(_ session: Session) throws -> ImportOutcome.Verdict? {
        // A batch of before sheets were recorded may be of any.
        let batches = try all(session).filter { $0.sheet == nil || $0.sheet == recognition.sheet }
        guard let latest = batches.first else { return nil }
        if let same = batches.first(where: { difference(from: $0) == nil }) {
            return .alreadyImported(batch: same.number, on: same.day)
        }
        throw readOtherwise(latest)
    }

    /// What to say of batches that were read from other sheets of the workbook: they stay.
    func otherSheets(_ session: Session) throws -> [ImportOutcome.Notice] {
        guard let sheet = recognition.sheet else { return [] }
        return try all(session).reversed().compactMap { batch in
            guard let other = batch.sheet, other != sheet else { return nil }
            return ImportOutcome.Notice(
                "other_sheet",
                "The sheet \"\(FreeText.masked(other))\" of the same file is batch \(batch.number) of \(batch.day); both count. "
                    + "If this one is meant in its place: --replaces \(batch.number)",
                isDoubt: true)
        }
    }

    private func all(_ session: Session) throws -> [Found] {
        try session.rows(
            """
            select b.batch_id, to_char(b.imported_at, 'YYYY-MM-DD') as imported_on, b.sheet, b.layout, b.date_order
            from import.batch as b
            where b.kind = \(request.kind.rawValue) and b.sha256 = \(file.hash)
                and b.office_id is not distinct from \(office?.id)::smallint
                and (\(file.distinguishingDate)::date is null or b.as_of is not distinct from \(file.distinguishingDate)::date)
                and b.business_id is not distinct from \(employer)::bigint
                and not exists (select from import.withdrawal as w where w.batch_id = b.batch_id)
                -- What a later file has said anew may come again.
                and not import.spoken_since(b.batch_id)
            order by b.batch_id desc
            """
        ).map { row in
            Found(
                number: try row.get("batch_id"), day: try row.get("imported_on"),
                sheet: try row.getIfPresent("sheet"), layout: try row.get("layout"),
                dateOrder: try row.getIfPresent("date_order"))
        }
    }

    /// How the batch was read and how the user wants the file to be read, where that differs.
    ///
    /// What the user leaves open is no other reading.
    private func difference(from batch: Found) -> (was: String, wanted: String)? {
        if let layout = request.layout, layout != batch.layout {
            return ("with the layout \(batch.layout)", "with the layout \(layout)")
        }
        let order = LayoutReading.orders(of: recognition.layout)
        if request.dateOrder != nil, let order, let was = batch.dateOrder, was != order {
            return ("with its dates as \(Self.words(was))", "with its dates as \(Self.words(order))")
        }
        return nil
    }

    private static func words(_ orders: String) -> String {
        orders.split(separator: ",").compactMap { DateOrder(rawValue: String($0))?.words }.joined(separator: ", ")
    }

    private func readOtherwise(_ batch: Found) -> Fault {
        let (was, wanted) = difference(from: batch) ?? ("", "")
        return Fault(
            .readOtherwise,
            "\(request.fileName) was imported as batch \(batch.number) on \(batch.day); nothing changed. "
                + "It was read \(was).",
            hint: "To have it read \(wanted) in place of that batch: --replaces \(batch.number)")
    }
}
