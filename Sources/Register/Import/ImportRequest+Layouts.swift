import Postgres

extension ImportRequest {
    /// The request with another name for the file to be recorded under.
    func named(_ fileName: String) -> ImportRequest {
        var request = self
        request.fileName = fileName
        return request
    }

    /// The layouts among which the file is looked for: the named one, or all that files have.
    ///
    /// - Throws: ``Fault`` with `layoutNameUnknown` listing those of the kind.
    func layouts(of all: [ImportLayout]) throws -> [ImportLayout] {
        guard let layout else { return all.filter { $0.entry != true } }
        let named = all.filter { $0.layout == layout && $0.kind == kind.rawValue }
        guard named.isEmpty else { return named }
        let names = all.filter { $0.kind == kind.rawValue && $0.entry != true }.map(\.layout).joined(separator: ", ")
        throw Fault(
            .layoutNameUnknown, "The kind \(kind.rawValue) has no layout \(layout).", hint: "It has: \(names)")
    }

    /// The error for a file whose dates are in another order than its layout has them.
    func otherOrder(_ order: DateOrder, _ votes: DateOrderVotes) -> Fault {
        let own = order.exchanged ?? order
        return Fault(
            .dateOrderDoubtful,
            "The dates of \(fileName) are to be read as \(own.words), but \(votes.other) of its rows have them as "
                + "\(order.words), by their NIK or by a day above 12, and \(votes.own) as \(own.words).",
            hint: "Give the order that applies: --date-order \(order.rawValue) or --date-order \(own.rawValue)")
    }

    /// The refusal of a workbook in which the days up to the 12th are dates and the others texts.
    func mixedDates() -> Fault {
        Fault(
            .dateOrderDoubtful,
            "In \(fileName) every date up to the 12th is a date of the spreadsheet, and every later one a text: "
                + "a spreadsheet set to month/day/year has opened it and exchanged day and month where it could.",
            hint: "Export it again and import that file; if the dates are right as they are shown: --date-order dmy")
    }

    /// The refusal of a file whose NIKs have lost their last digit.
    func roundedNumbers() -> Fault {
        Fault(
            .numbersRounded,
            "Every NIK of \(fileName) ends in 0: a spreadsheet, which keeps 15 digits of a number, has rounded them.",
            hint: "Export the file again with the NIK as text; their last digits cannot be told from this one.")
    }

    /// The employer of rows that name none.
    ///
    /// - Parameters:
    ///   - layout: the layout of the file.
    ///   - office: the office of the rows.
    ///   - session: the session of the import.
    /// - Returns: the key of the business that the user named; nil when the rows name theirs.
    /// - Throws: ``Fault`` with `employerMissing` or `businessUnknown`; `PostgresError`.
    func employer(_ layout: ImportLayout, of office: Office?, in session: Session) throws -> Int? {
        if let office, let employer { return try Business.find(employer, of: office, in: session) }
        if kind == .workers, !layout.columns.contains(where: { $0.to == "entity_code" }) {
            throw Fault(
                .employerMissing, "\(fileName) does not say whose workers it lists.",
                hint: "Name the employer by any of its numbers: --employer CODE")
        }
        return nil
    }
}
