public import Postgres

/// What an import did, or would have done.
public struct ImportOutcome: Sendable {
    /// How it ended.
    public enum Verdict: Sendable, Equatable {
        /// The rows are in the register as this batch.
        case accepted(batch: Int)
        /// Everything was checked, nothing was changed.
        case dryRun
        /// Rows were refused, so nothing was changed.
        case refused
        /// The same bytes were imported before, as this batch.
        case alreadyImported(batch: Int, on: String)
    }

    /// Rows with the same reason or doubt.
    public struct Group: Sendable, Equatable {
        /// Heading of the column at fault.
        public let column: String
        /// Code of the reason.
        public let code: String
        /// The reason.
        public let message: String
        /// How many rows.
        public let rows: Int
        /// Line of the first.
        public let firstLine: Int
    }

    /// What there is to say of the file as a whole.
    public struct Notice: Sendable, Equatable {
        /// Code of the notice.
        public let code: String
        /// The notice in words.
        public let message: String
        /// True when somebody should look at it; false for what only says how the file was read.
        public let isDoubt: Bool

        init(_ code: String, _ message: String, isDoubt: Bool = false) {
            self.code = code
            self.message = message
            self.isDoubt = isDoubt
        }
    }

    /// A sheet of a workbook that is not read.
    public struct Sheet: Sendable, Equatable {
        /// Its name.
        public let name: String
        /// How many rows have something in them.
        public let rows: Int
    }

    /// What the file changed against what counted before it.
    public struct Change: Sendable, Equatable {
        /// Code of what changed, such as `wages_changed`.
        public let what: String
        /// How many workers, wages or bills it is.
        public let rows: Int
        /// By how much the control total changed; nil where there is no money in it.
        public let amount: Int64?
    }

    /// How it ended.
    public var verdict: Verdict
    /// The layout that was recognised, with its title.
    public var layout: String
    /// Name of the layout, and how its dates and codes were read.
    public var reading = LayoutReading()
    /// The sheet that was read, of a workbook that has several.
    public var sheet: String?
    /// The sheets of the workbook that were not read.
    public var otherSheets: [Sheet] = []
    /// Headings of the file that the layout does not read.
    public var unread: [String] = []
    /// How the file was read and what is doubtful in it as a whole; kept with the batch.
    public var notices: [Notice] = []
    /// Date the file speaks of.
    public var asOf: CalendarDate?
    /// Data rows in the file.
    public var read = 0
    /// Rows that are no data: totals, headings that come again, text below the table.
    public var passedOver = 0
    /// Rows that add something.
    public var accepted = 0
    /// Rows that say what is known; those of a list of workers are kept all the same, as the list is evidence as a whole.
    public var unchanged = 0
    /// Rows that are refused.
    public var rejected = 0
    /// Control total of the accepted rows in rupiah.
    public var total: Int64 = 0
    /// Rows that are taken although something in them is doubtful.
    public var warned = 0
    /// Refused rows by reason.
    public var rejects: [Group] = []
    /// Doubtful rows by doubt.
    public var warnings: [Group] = []
    /// What changed against what counted before.
    public var changes: [Change] = []
    /// The file with the refused rows, when one was written.
    public var rejectsFile: String?
}
