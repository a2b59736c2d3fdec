/// An error that a user of Patuh can act on: what happened, why, and what to do.
///
/// The message and the hint are safe to show: they hold no NIK, no name and no wage.
public struct Fault: Error, Sendable, CustomStringConvertible {
    /// The stable code of an error; documented in `docs/errors.md`.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String {
            case resourcesMissing = "E-CFG-001"
            case fileUnreadable = "E-CFG-002"
            case schemaMissing = "E-DB-001"
            case migrationChanged = "E-DB-002"
            case schemaNewer = "E-DB-003"
            case databaseUnknown = "E-DB-004"
            case scratchRefused = "E-DB-010"
            case officeUnknown = "E-OFF-001"
            case officeAmbiguous = "E-OFF-002"
            case layoutUnknown = "E-IMP-001"
            case layoutAmbiguous = "E-IMP-002"
            case layoutMalformed = "E-IMP-003"
            case dateOfFileMissing = "E-IMP-004"
            case csvMalformed = "E-IMP-005"
            case tooManyRejects = "E-IMP-006"
            case employerMissing = "E-IMP-020"
            case layoutNameUnknown = "E-IMP-021"
            case dateOrderDoubtful = "E-IMP-030"
            case columnTwice = "E-IMP-031"
            case dateContradicted = "E-IMP-032"
            case numbersRounded = "E-IMP-036"
            case amountsInThousands = "E-IMP-037"
            case otherMatter = "E-IMP-038"
            case dateInFuture = "E-IMP-033"
            case employerContradicted = "E-IMP-034"
            case readOtherwise = "E-IMP-035"
            case entryRefused = "E-ENT-001"
            case entryKnown = "E-ENT-002"
            case batchUnknown = "E-IMP-009"
            case batchStays = "E-IMP-010"
            case batchIsNeeded = "E-IMP-011"
            case replacesOtherKind = "E-IMP-012"
            case listMissing = "E-IMP-013"
            case spreadsheetMalformed = "E-IMP-007"
            case spreadsheetRefused = "E-IMP-008"
            case businessUnknown = "E-BUS-001"
            case businessAmbiguous = "E-BUS-002"
            case matchRefused = "E-BUS-003"
            case workerUnknown = "E-WRK-001"
            case ruleMalformed = "E-RUL-001"
            case ruleFailed = "E-RUL-002"
            case ruleUnknown = "E-RUL-003"
            case scenarioMissing = "E-RUL-010"
            case auditRunning = "E-AUD-001"
            case auditOutOfOrder = "E-AUD-002"
            case auditMissing = "E-AUD-003"
            case runUnknown = "E-AUD-004"
            case findingUnknown = "E-FND-001"
            case findingEnded = "E-FND-002"
            case decisionRefused = "E-FND-003"
            case planRefused = "E-PLN-001"
            case planMissing = "E-PLN-002"
            case examinationRefused = "E-PLN-003"
            case letterRefused = "E-LTR-001"
            case letterUnknown = "E-LTR-002"
        }

        private let kind: Kind

        /// The code as printed, such as `E-IMP-001`.
        public var description: String { kind.rawValue }

        /// The folders SQL and Reports were not found.
        public static let resourcesMissing = Self(kind: .resourcesMissing)
        /// A file could not be read.
        public static let fileUnreadable = Self(kind: .fileUnreadable)
        /// The database has no Patuh schema yet.
        public static let schemaMissing = Self(kind: .schemaMissing)
        /// A migration that was applied has been edited since.
        public static let migrationChanged = Self(kind: .migrationChanged)
        /// The database was migrated by a newer Patuh.
        public static let schemaNewer = Self(kind: .schemaNewer)
        /// The private server has no database of that name.
        public static let databaseUnknown = Self(kind: .databaseUnknown)
        /// The role may not create databases for a while of its own.
        public static let scratchRefused = Self(kind: .scratchRefused)
        /// No office has that code.
        public static let officeUnknown = Self(kind: .officeUnknown)
        /// Several offices exist and none was named.
        public static let officeAmbiguous = Self(kind: .officeAmbiguous)
        /// No layout fits the headings of the file.
        public static let layoutUnknown = Self(kind: .layoutUnknown)
        /// More than one layout fits the headings of the file.
        public static let layoutAmbiguous = Self(kind: .layoutAmbiguous)
        /// A layout file is not well formed.
        public static let layoutMalformed = Self(kind: .layoutMalformed)
        /// The date that the file speaks of is not known.
        public static let dateOfFileMissing = Self(kind: .dateOfFileMissing)
        /// The file is not well-formed CSV.
        public static let csvMalformed = Self(kind: .csvMalformed)
        /// Too many rows were refused to go on.
        public static let tooManyRejects = Self(kind: .tooManyRejects)
        /// The list does not name its employer and the user did not either.
        public static let employerMissing = Self(kind: .employerMissing)
        /// The kind has no layout of that name.
        public static let layoutNameUnknown = Self(kind: .layoutNameUnknown)
        /// The rows contradict the order of day and month.
        public static let dateOrderDoubtful = Self(kind: .dateOrderDoubtful)
        /// Two headings of the file are the same column.
        public static let columnTwice = Self(kind: .columnTwice)
        /// A spreadsheet has rounded the NIKs of the file.
        public static let numbersRounded = Self(kind: .numbersRounded)
        /// The titles of the file, or a part of it, say that it is something else.
        public static let otherMatter = Self(kind: .otherMatter)
        /// A title of the file says that its amounts are in thousands or millions.
        public static let amountsInThousands = Self(kind: .amountsInThousands)
        /// The titles of the file name another month than the user does.
        public static let dateContradicted = Self(kind: .dateContradicted)
        /// A file or an entry is to speak of a day that has not come.
        public static let dateInFuture = Self(kind: .dateInFuture)
        /// The titles of the file name another employer than the user does.
        public static let employerContradicted = Self(kind: .employerContradicted)
        /// The very bytes of a file were imported with another reading.
        public static let readOtherwise = Self(kind: .readOtherwise)
        /// What was entered by hand is not in order.
        public static let entryRefused = Self(kind: .entryRefused)
        /// What was entered by hand is known already.
        public static let entryKnown = Self(kind: .entryKnown)
        /// No batch has that number.
        public static let batchUnknown = Self(kind: .batchUnknown)
        /// A batch cannot be withdrawn.
        public static let batchStays = Self(kind: .batchStays)
        /// Later batches rest on the rows of a batch.
        public static let batchIsNeeded = Self(kind: .batchIsNeeded)
        /// A file is to replace a batch of another kind.
        public static let replacesOtherKind = Self(kind: .replacesOtherKind)
        /// Mended rows of a list that is not in the register.
        public static let listMissing = Self(kind: .listMissing)
        /// The file is not a workbook that can be read.
        public static let spreadsheetMalformed = Self(kind: .spreadsheetMalformed)
        /// The workbook asks for more memory or time than an honest one.
        public static let spreadsheetRefused = Self(kind: .spreadsheetRefused)
        /// No business has that code.
        public static let businessUnknown = Self(kind: .businessUnknown)
        /// Several businesses have that number.
        public static let businessAmbiguous = Self(kind: .businessAmbiguous)
        /// Two records cannot be decided to be one, or not to be.
        public static let matchRefused = Self(kind: .matchRefused)
        /// No worker has that number.
        public static let workerUnknown = Self(kind: .workerUnknown)
        /// A rule file is not well formed.
        public static let ruleMalformed = Self(kind: .ruleMalformed)
        /// A rule's statement was refused by the database.
        public static let ruleFailed = Self(kind: .ruleFailed)
        /// No rule has that code.
        public static let ruleUnknown = Self(kind: .ruleUnknown)
        /// A folder holds no scenario.
        public static let scenarioMissing = Self(kind: .scenarioMissing)
        /// Another audit is running.
        public static let auditRunning = Self(kind: .auditRunning)
        /// The as-of date is before that of the last run.
        public static let auditOutOfOrder = Self(kind: .auditOutOfOrder)
        /// The office has no audit run yet.
        public static let auditMissing = Self(kind: .auditMissing)
        /// No run has that number.
        public static let runUnknown = Self(kind: .runUnknown)
        /// No finding has that number.
        public static let findingUnknown = Self(kind: .findingUnknown)
        /// A finding is no longer open.
        public static let findingEnded = Self(kind: .findingEnded)
        /// A finding cannot be decided about like that.
        public static let decisionRefused = Self(kind: .decisionRefused)
        /// A plan cannot be made.
        public static let planRefused = Self(kind: .planRefused)
        /// The month has no plan.
        public static let planMissing = Self(kind: .planMissing)
        /// An examination cannot be recorded.
        public static let examinationRefused = Self(kind: .examinationRefused)
        /// A letter may not be issued.
        public static let letterRefused = Self(kind: .letterRefused)
        /// No letter has that number.
        public static let letterUnknown = Self(kind: .letterUnknown)
    }

    /// Which error it is.
    public let code: Code
    /// What happened, where and why.
    public let message: String
    /// What to do about it.
    public let hint: String?

    /// Makes an error.
    public init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Message, hint and code on lines of their own.
    public var description: String {
        "\(message)\(hint.map { "\n  \($0)" } ?? "") [\(code)]"
    }
}
