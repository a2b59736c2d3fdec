public import Postgres

/// What a user asks of an import.
public struct ImportRequest: Sendable {
    /// Import kind, such as `payments`.
    public var kind: ImportKind
    /// The file.
    public var path: String
    /// Name under which the file is recorded; differs from the path when it came through stdin.
    public var fileName: String
    /// Where the file came from, in the words of the user.
    public var source: String
    /// Date the whole file speaks of, when its title rows do not say.
    public var asOf: CalendarDate?
    /// Office the rows belong to; nil for the only BPJS branch.
    public var office: String?
    /// Number of the employer the rows belong to, for lists that do not name it.
    public var employer: String?
    /// The only layout to look for; nil for any of the kind.
    public var layout: String?
    /// The only sheet of a workbook to read; nil for the one that has the headings.
    public var sheet: String?
    /// The order of the dates in the file; nil for that of the layout.
    public var dateOrder: DateOrder?
    /// The batch that the file replaces as a whole.
    public var replaces: Int?
    /// Checks everything and changes nothing.
    public var dryRun: Bool
    /// Takes the valid rows of a file that has rows to refuse.
    public var acceptValid: Bool

    /// Makes a request.
    public init(
        kind: ImportKind, path: String, fileName: String, source: String = "", asOf: CalendarDate? = nil,
        office: String? = nil, employer: String? = nil, layout: String? = nil, sheet: String? = nil,
        dateOrder: DateOrder? = nil, replaces: Int? = nil, dryRun: Bool = false, acceptValid: Bool = false
    ) {
        self.kind = kind
        self.path = path
        self.fileName = fileName
        self.source = source
        self.asOf = asOf
        self.office = office
        self.employer = employer
        self.layout = layout
        self.sheet = sheet
        self.dateOrder = dateOrder
        self.replaces = replaces
        self.dryRun = dryRun
        self.acceptValid = acceptValid
    }
}
