public import Postgres
public import Register

/// Issues letters: drafts them, has them typeset, and stores them with gap-free numbers.
///
/// All letters of a request or none.
public struct LetterOffice: Sendable {
    /// A letter that was issued.
    public struct Issued: Sendable {
        /// Number as printed.
        public let number: String
        /// File name for the PDF; holds no personal data.
        public let fileName: String
    }

    /// A letter without a number.
    public struct Draft: Sendable {
        /// File name for the PDF: kind and employer code.
        public let fileName: String
        /// The PDF, with a watermark.
        public let pdf: [UInt8]
    }

    private let database: Database
    /// Looked for when something is to be printed: counting, and every refusal before, do without.
    private let installation: @Sendable () throws -> TypesetterInstallation
    private let texts: Catalogue

    /// Works on a database with a typesetter.
    ///
    /// - Parameters:
    ///   - database: the database.
    ///   - installation: the typesetter.
    ///   - resources: letters are Indonesian whatever the language of the command.
    /// - Throws: ``ReportingError`` when the texts cannot be read.
    public init(
        _ database: Database, installation: @autoclosure @escaping @Sendable () throws -> TypesetterInstallation,
        resources: Resources
    ) throws {
        self.database = database
        self.installation = installation
        texts = try Catalogue(language: .indonesian, folder: resources.reports + "/text")
    }

    /// How many letters a request would give.
    public func count(_ request: LetterRequest) async throws -> Int {
        try await database.run { try drafts(request, $0).drafts.count }
    }

    /// Prints the letters of a request without numbers and with a watermark; nothing is stored.
    public func drafts(_ request: LetterRequest) async throws -> [Draft] {
        let drafts = try await database.run { try self.drafts(request, $0).drafts }
        let documents = try await Typesetter.typeset(
            drafts.map {
                TypesetJob(template: $0.kind.template, data: $0.watermarked, timestamp: Self.timestamp(request.date))
            },
            using: installation())
        return zip(drafts, documents).map { Draft(fileName: $0.fileName, pdf: $1) }
    }

    /// Issues the letters of a request.
    ///
    /// The next numbers are read, the letters typeset with them, and both stored in one transaction that takes the
    /// numbers from the locked register. When another session has taken them in between, planned the month again, or decided
    /// about findings, the letters are drafted and set again.
    ///
    /// - Throws: `Fault` with `letterRefused`, `planMissing` or `auditMissing`; ``ReportingError`` of the typesetter.
    public func issue(_ request: LetterRequest) async throws -> [Issued] {
        for _ in 0..<5 {
            let sheets = try await database.run { try self.sheets(request, $0) }
            guard !sheets.isEmpty else { return [] }
            let documents = try await Typesetter.typeset(
                sheets.map {
                    TypesetJob(template: $0.draft.kind.template, data: $0.data, timestamp: Self.timestamp(request.date))
                },
                using: installation())
            do {
                return try await database.transaction { session in
                    try LetterArchive.store(Array(zip(sheets, documents)), on: request.date, session)
                }
            } catch is LetterArchive.Overtaken {
                continue
            }
        }
        throw Fault(
            .letterRefused,
            "Other sessions took the letter numbers, planned the month or decided about findings five times in a row; no letter was issued.",
            hint: "Try again.")
    }

    /// Midnight UTC of the letter's date: no clock reaches the bytes.
    private static func timestamp(_ date: CalendarDate) -> Int64 {
        (Int64(date.dayNumber) + 10_957) * 86_400
    }

    private func drafts(_ request: LetterRequest, _ session: Session) throws -> (drafts: [LetterDraft], office: Office)
    {
        let office = try Office.find(request.office, in: session)
        switch request.subject {
        case .visits(let month):
            return (
                try SummonsDrafts(month: month, texts: texts).drafts(office: office, date: request.date, session),
                office
            )
        case .firstWarnings(let codes):
            let businesses = try codes.map { try Business.find($0, of: office, in: session) }
            return (
                try WarningDrafts(businesses: businesses, texts: texts).drafts(
                    office: office, date: request.date, session),
                office
            )
        }
    }

    private func sheets(_ request: LetterRequest, _ session: Session) throws -> [LetterSheet] {
        let (drafts, office) = try drafts(request, session)
        let letterhead = try Letterhead(office, session)
        var next: [LetterKind: Int] = [:]
        return try drafts.map { draft in
            let last =
                try next[draft.kind]
                ?? LetterArchive.lastNumber(draft.kind, office: office.id, date: request.date, session)
            next[draft.kind] = last + 1
            return LetterSheet(
                draft: draft,
                number: LetterNumber(last + 1, kind: draft.kind, date: request.date, letterhead: letterhead))
        }
    }
}
