/// How the columns of a kind of file are called and what they hold: a data file under `SQL/imports/layouts`.
public struct ImportLayout: Sendable, Decodable {
    /// One column of a layout.
    public struct Column: Sendable, Decodable {
        /// What the values of a column are.
        public enum Kind: String, Sendable, Decodable {
            /// Text as it is, blanks trimmed.
            case text
            /// A whole number.
            case integer
            /// Whole rupiah in any usual spelling.
            case money
            /// A day.
            case date
            /// A month.
            case month
            /// A NIK: 16 digits with a structure.
            case nik
            /// A number that somebody else has given, as it is: digits, letters and marks.
            case number
            /// Digits of a fixed length; dots, dashes and blanks are dropped.
            case digits
            /// An NPWP, or the NPWP of a NITKU.
            case npwp
            /// A line of business: five digits.
            case kbli
            /// A telephone number, kept with +62 in front.
            case phone
            /// One of the listed codes.
            case choice
            /// Free text that is told by the words in it.
            case words

            /// True where a value is kept as it is.
            var isText: Bool { self == .text || self == .number }
        }

        /// Heading of the column.
        let heading: Heading
        /// Other headings under which the column is known.
        let synonyms: [Heading]?
        /// Column of the staging table.
        public let to: String
        /// What it holds.
        public let type: Kind
        /// True when every row needs a value.
        public let required: Bool?
        /// True when a file may be without the column.
        public let optional: Bool?
        /// Beginnings of words in other headings of a file beside which the column may hold more than it is called by.
        public let unless: [String]?
        /// True when a value of another form is left unread: a second entry of the heading reads it, or nothing rests on it.
        public let lenient: Bool?
        /// True when amounts may have cents, which are rounded: shares that a payroll computes by percent.
        public let rounded: Bool?
        /// Order of day, month and year in dates that are not ISO dates; of months only when the user gives it.
        public fileprivate(set) var order: DateOrder?
        /// Lengths that digits may have.
        public let lengths: [Int]?
        /// Name of the legend that the codes or words are found in, so that several layouts share it.
        public let legend: String?
        /// Codes in the file and what they mean in the register; beside a legend, codes of this form alone.
        public internal(set) var choices: [String: String]?
        /// Meanings in the register, and the words that tell them.
        public internal(set) var words: [String: [String]]?
    }

    /// Whether a list of workers names all of them.
    public enum Extent: String, Sendable, Decodable {
        /// The list replaces what an earlier one said.
        case complete
        /// The list names those who come, go or change.
        case partial
    }

    /// Name of the layout.
    public let layout: String
    /// Import kind it feeds.
    public let kind: String
    /// What such a file is called.
    public let title: String
    /// `file` when the whole file speaks of one date, which is in its title rows or given by the user.
    public let asOf: String?
    /// Staging column whose sum is the control total.
    public let controlTotal: String?
    /// Values that hold for every row, such as the bank of a bank's statement; for the statement of the kind.
    public let constants: [String: String]?
    /// Whether a list of workers names all of them; all, unless it says otherwise.
    public let list: Extent?
    /// True for entries by hand and for lists that need asking for: no file is taken for one unless it is named.
    public let entry: Bool?
    /// The layout whose columns this one has as well, but for those that it calls or leaves out itself.
    public let like: String?
    /// Staging columns that it does not take over from the other layout.
    public let without: [String]?
    /// Columns that are read; others in the file are left alone.
    public internal(set) var columns: [Column]

    /// True when rows carry no date of their own and the file needs one.
    public var needsDate: Bool { asOf == "file" }

    private enum CodingKeys: String, CodingKey {
        case layout, kind, title, constants, list, entry, like, without, columns
        case asOf = "as_of"
        case controlTotal = "control_total"
    }

    /// The layout with another order in all its dates.
    func reading(dates order: DateOrder?) -> ImportLayout {
        guard let order else { return self }
        var other = self
        for index in columns.indices where [.date, .month].contains(columns[index].type) {
            other.columns[index].order = order
        }
        return other
    }
}
