public import Postgres
public import Register

/// The stored letters and their number registers.
public enum LetterArchive {
    /// Another session has taken the numbers that the letters were set with, planned the month of their visits again, or decided
    /// about findings.
    struct Overtaken: Error {}

    /// A stored letter.
    public struct Stored: Sendable {
        /// Number as printed.
        public let number: String
        /// File name for the PDF.
        public let fileName: String
        /// The bytes as issued.
        public let pdf: [UInt8]
    }

    /// The last number of a register; 0 when none has been taken.
    static func lastNumber(_ kind: LetterKind, office: Int, date: CalendarDate, _ session: Session) throws -> Int {
        try session.valueIfPresent(
            """
            select last_number from letter.register
            where office_id = \(office) and kind = \(kind.rawValue) and year = \(date.year)
            """) ?? 0
    }

    /// Takes the numbers and stores letters; the locked register decides which session comes first.
    static func store(
        _ letters: [(sheet: LetterSheet, pdf: [UInt8])], on date: CalendarDate, _ session: Session
    ) throws -> [LetterOffice.Issued] {
        try requirePlanInForce(letters.map(\.sheet), session)
        try requireDecisions(letters.map(\.sheet), session)
        return try letters.map { sheet, pdf in
            let number = sheet.number
            let taken: Int = try session.value(
                """
                insert into letter.register (office_id, kind, year, last_number)
                values (\(number.office), \(number.kind.rawValue), \(date.year), 1)
                on conflict (office_id, kind, year) do update set last_number = letter.register.last_number + 1
                returning last_number
                """)
            guard taken == number.sequence else { throw Overtaken() }
            try session.execute(
                """
                insert into letter.letter (
                    business_id, visit_id, run_id, letter_date, sequence, office_id, year, kind, number, verification,
                    sha256, issued_by, payload, pdf)
                values (
                    \(sheet.draft.business), \(sheet.draft.visit), \(sheet.draft.run), \(date), \(taken), \(number.office),
                    \(date.year), \(number.kind.rawValue), \(number.text), \(sheet.verification),
                    \(SHA256.hexadecimal(of: pdf)), journal.actor(), \(sheet.data.compact)::jsonb, \(pdf))
                """)
            try session.execute(
                """
                select journal.record(\(number.office)::smallint, 'letter.issue', 'letter ' || \(number.text)::text, null,
                    jsonb_build_object('kind', \(number.kind.rawValue)::text, 'verification', \(sheet.verification)::text))
                """)
            return LetterOffice.Issued(
                number: number.text,
                fileName: LetterSheet.fileName(kind: number.kind.rawValue, year: date.year, sequence: taken))
        }
    }

    /// Keeps everybody from planning until the letters are stored, and makes sure that nobody did since they were drafted.
    private static func requirePlanInForce(_ sheets: [LetterSheet], _ session: Session) throws {
        let visits = sheets.compactMap { $0.draft.visit.map(Int64.init) }
        guard !visits.isEmpty else { return }
        try session.execute("select pg_advisory_xact_lock(hashtext('patuh.plan'))")
        let replaced: Int = try session.value(
            """
            select count(*)
            from inspection.visit as v
            inner join inspection.plan as p using (plan_id)
            where v.visit_id = any(\(visits)::bigint[]) and p.plan_id <> inspection.plan_in_force(p.office_id, p.month)
            """)
        guard replaced == 0 else { throw Overtaken() }
    }

    /// The newest decision on a finding of an office; 0 without any.
    static func lastDecision(office: Int, _ session: Session) throws -> Int {
        try session.value(
            "select coalesce(max(decision_id), 0) from audit.finding_decision where office_id = \(office)")
    }

    /// Keeps people from deciding about findings until the letters are stored, and makes sure that nobody did since they were
    /// drafted: no letter may accuse of what has been contested meanwhile.
    private static func requireDecisions(_ sheets: [LetterSheet], _ session: Session) throws {
        guard let office = sheets.first?.number.office else { return }
        try session.execute("select pg_advisory_xact_lock(hashtext('patuh.decision'), \(office))")
        let newest = try lastDecision(office: office, session)
        guard sheets.allSatisfy({ $0.draft.decision == newest }) else { throw Overtaken() }
    }

    /// Hands out stored letters one by one, in the order of their numbers.
    ///
    /// - Parameters:
    ///   - numbers: numbers as printed; empty for all letters of the office.
    ///   - office: the office.
    ///   - session: the session to read with.
    ///   - body: takes one letter.
    /// - Throws: `Fault` with `letterUnknown` when a number does not exist or the stored bytes do not fit their hash.
    public static func forEach(
        _ numbers: [String], office: Office, session: Session, _ body: (Stored) throws -> Void
    ) throws {
        try session.transaction { session in
            let known = try Set(
                session.rows("select number from letter.letter where office_id = \(office.id)")
                    .map { try $0.get("number", as: String.self) })
            if let unknown = numbers.first(where: { !known.contains($0) }) {
                throw Fault(
                    .letterUnknown, "Office \(office.code) has issued no letter \(unknown).",
                    hint: "See: patuh letter list")
            }
            try session.forEach(
                """
                select number, kind, year, sequence, pdf, sha256
                from letter.letter
                where office_id = \(office.id)
                    and (cardinality(\(numbers)::text[]) = 0 or number = any(\(numbers)::text[]))
                order by year, kind, sequence
                """, fetch: 20
            ) { row in
                let pdf: [UInt8] = try row.get("pdf")
                let number: String = try row.get("number")
                guard SHA256.hexadecimal(of: pdf) == (try row.get("sha256", as: String.self)) else {
                    throw Fault(
                        .letterUnknown, "The stored bytes of letter \(number) do not fit their hash.",
                        hint: "The database has been damaged or altered; restore it from a backup.")
                }
                try body(
                    Stored(
                        number: number,
                        fileName: LetterSheet.fileName(
                            kind: try row.get("kind"), year: try row.get("year"), sequence: try row.get("sequence")),
                        pdf: pdf))
            }
        }
    }
}
