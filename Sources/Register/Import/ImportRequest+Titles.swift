import Postgres

/// What the titles of a file say, against what the user says.
extension ImportRequest {
    /// The date that the file speaks of, for kinds that need one.
    ///
    /// - Parameter recognition: the file.
    /// - Returns: the date of the user, else that of the titles.
    /// - Throws: ``Fault`` with `dateOfFileMissing`, `dateContradicted` or `dateInFuture`.
    func date(_ recognition: LayoutRecognition) throws -> CalendarDate? {
        let date = try asOf ?? (recognition.layout.needsDate ? recognition.titles.dates.date(of: fileName) : nil)
        if let date, date > DateLimits.latest {
            throw Fault(
                .dateInFuture, "\(fileName) is to speak of \(date), which is years after today.",
                hint: "Give the date of the export: --as-of YYYY-MM-DD")
        }
        guard recognition.layout.needsDate else { return date }
        guard let date else {
            throw Fault(
                .dateOfFileMissing, "\(fileName) does not say which date it speaks of.",
                hint: "Give the date of the export: --as-of YYYY-MM-DD")
        }
        if let titled = try? recognition.titles.dates.date(of: fileName), titled.firstOfMonth != date.firstOfMonth {
            throw Fault(
                .dateContradicted, "The titles of \(fileName) name \(titled), and --as-of says \(date).",
                hint: "Leave --as-of out, or correct the title in the file if it is wrong.")
        }
        return date
    }

    /// Refuses amounts of which a title says that they are in thousands: which of them are meant so, is not guessed.
    ///
    /// - Parameter recognition: the file.
    /// - Throws: ``Fault`` with `amountsInThousands`.
    func checkUnit(_ recognition: LayoutRecognition) throws {
        guard let unit = recognition.titles.unit, recognition.layout.columns.contains(where: { $0.type == .money })
        else { return }
        throw Fault(
            .amountsInThousands,
            "A title of \(fileName) says that its amounts are not in rupiah but in \(unit).",
            hint: "Write whole rupiah in all columns of amounts and take the words out of the title.")
    }

    /// Refuses a file whose titles, or the name of its sheet, say that it is something else; who names the layout insists.
    ///
    /// - Parameter recognition: the file.
    /// - Throws: ``Fault`` with `otherMatter`.
    func checkMatter(_ recognition: LayoutRecognition) throws {
        guard layout == nil, !recognition.bringsBackRows else { return }
        let sheet = sheet == nil ? recognition.sheet : nil
        for text in recognition.titles.texts + [sheet].compactMap({ $0 }) {
            if let word = OtherMatter.word(in: text, of: recognition.layout, isPart: false) {
                throw otherMatter(text == sheet ? "The name of the sheet" : "A title", word, recognition.layout)
            }
        }
    }

    /// The refusal of rows of which a place says that they are something else.
    func otherMatter(_ place: String, _ word: String, _ layout: ImportLayout) -> Fault {
        Fault(
            .otherMatter,
            "\(place) of \(fileName) says \"\(word)\": what stands below is not \(layout.title.lowercased()).",
            hint: "Import those rows as what they are, or leave them out; if it is such a list all the same: "
                + "--layout \(layout.layout)")
    }

    /// Refuses a list whose titles name another employer than the user does.
    ///
    /// - Parameters:
    ///   - employer: the business that the user named.
    ///   - numbers: long numbers in the titles.
    ///   - office: the office of the file.
    ///   - session: the session of the import.
    /// - Throws: ``Fault`` with `employerContradicted`; `PostgresError`.
    func checkEmployer(_ employer: Int?, _ numbers: Set<String>, of office: Office?, in session: Session) throws {
        guard let employer, let office, let named = self.employer, !numbers.isEmpty else { return }
        let isOther: Bool = try session.value(
            """
            with titled as (
                select i.business_id from register.identifier as i
                where i.office_id = \(office.id) and i.value = any(\(numbers.sorted())::text[])
                union
                select r.business_id from register.business_record as r
                inner join import.standing(\(office.id)::smallint) as s using (batch_id)
                where r.office_id = \(office.id)
                    and regexp_replace(r.virtual_account, '\\D', '', 'g') = any(\(numbers.sorted())::text[])
            )

            select count(*) > 0 and not coalesce(bool_or(business_id in (select register.members_of(\(employer)))), false)
            from titled
            """)
        guard isOther else { return }
        throw Fault(
            .employerContradicted, "The titles of \(fileName) have the number of another employer than \(named).",
            hint: "Name the employer of the file: --employer CODE")
    }
}
