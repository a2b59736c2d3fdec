import Postgres

/// Streams the rows of a recognised file into the staging table, and collects the rows whose format is wrong.
struct StagingLoad {
    /// A row that a format check refused.
    struct Reject {
        let line: Int
        /// Place of the column in the layout.
        let index: Int
        let column: String
        let error: FieldError
    }

    /// A number cell that was read as more than a number; millions of rows may have one.
    struct Mended {
        let line: Int32
        let column: Int16
        let mending: NumberCell.Mending
    }

    /// A value that was left out; millions of rows may have one.
    struct Omitted {
        let line: Int32
        let column: Int16
        let reason: LeftOut
    }

    /// More format errors than this mean that the file is not what it seems.
    private static let mostRejects = 100_000

    let recognition: LayoutRecognition
    private(set) var rejects: [Reject] = []
    private(set) var mended: [Mended] = []
    /// Values that were left out.
    private(set) var leftOut: [Omitted] = []
    /// What the rows say about the order of day and month.
    private(set) var votes: DateOrderVotes
    /// Whether a spreadsheet has rounded its NIKs.
    private(set) var rounding: RoundedNumbers
    private let swallowing: SwallowedRows
    private let splitting: SplitAmounts
    private var merging: MergedCells
    private(set) var rows = 0
    /// Rows that are no data, such as totals and signatures.
    private(set) var passedOver = 0
    /// The first part of the list whose rows are something else.
    private(set) var otherMatter: (line: Int, word: String)?

    init(_ recognition: LayoutRecognition) {
        self.recognition = recognition
        votes = DateOrderVotes(recognition)
        rounding = RoundedNumbers(recognition.layout)
        swallowing = SwallowedRows(recognition)
        splitting = SplitAmounts(recognition)
        merging = MergedCells(recognition)
    }

    /// Reads the whole file; memory is one record and the refused rows' places.
    ///
    /// - Throws: ``Fault`` with `csvMalformed` or `tooManyRejects`; `PostgresError`.
    mutating func run(path: String, session: Session, progress: ImportProgress?) throws {
        let columns = recognition.layout.columns
        let parsers = columns.map(FieldParser.init)
        let names = columns.map { "\"\($0.to)\"" }.joined(separator: ", ")
        let reader = try recognition.format.open(path, width: recognition.width)
        var record = TableRecord()
        var values = [FieldValue](repeating: .null, count: columns.count)
        while try reader.read(into: &record), record.line < recognition.headingLine {}
        var load = self
        var others = PassedOverRows(recognition, below: record)
        _ = try session.copyIn("copy staging (line, \(names)) from stdin (format binary)") { writer in
            while try reader.read(into: &record) {
                if record.isBlank || load.rows == 0 && record.isColumnNumbers { continue }
                if others.take(record) { continue }
                for held in others.released() {
                    try load.take(held, with: parsers, into: &values, path, to: &writer)
                }
                try load.take(record, with: parsers, into: &values, path, to: &writer)
                if load.rows % 10_000 == 0 { progress?(.reading(rows: load.rows, share: reader.share)) }
            }
        }
        try load.merging.check(reader.merges, path: path)
        others.finish()
        load.passedOver = others.count
        load.otherMatter = others.otherMatter
        self = load
    }

    private mutating func take(
        _ record: TableRecord, with parsers: [FieldParser], into values: inout [FieldValue], _ path: String,
        to writer: inout CopyWriter
    ) throws {
        rows += 1
        merging.take(record)
        let before = rejects.count
        parse(record, with: parsers, into: &values)
        if rejects.count > before {
            for reject in rejects[before...] where reject.error.code == "not_a_date" {
                votes.take(refused: reject.index, of: record)
            }
            guard rejects.count < Self.mostRejects else { throw surrender(path) }
        } else {
            votes.take(values, of: record)
            rounding.take(values)
            noteLeftOut(values, of: record)
            Self.write(values, of: record, to: &writer)
            noteMended(values, of: record, parsers)
        }
    }

    /// Only workbooks have number cells.
    private mutating func noteMended(_ values: [FieldValue], of record: TableRecord, _ parsers: [FieldParser]) {
        guard !record.kinds.isEmpty else { return }
        for (index, parser) in parsers.enumerated() {
            if case .unread = values[index] { continue }
            guard let mending = parser.mending(recognition.positions[index], of: record) else { continue }
            mended.append(Mended(line: Int32(record.line), column: Int16(index), mending: mending))
        }
    }

    /// Notes values that are left out, unless another column of the layout reads the same cell or has left it out already.
    private mutating func noteLeftOut(_ values: [FieldValue], of record: TableRecord) {
        for index in values.indices {
            guard case .unread(let reason) = values[index] else { continue }
            let isTold = values.indices.contains { other in
                if recognition.positions[other] != recognition.positions[index] { return false }
                switch values[other] {
                case .null: return false
                case .unread: return other < index
                default: return true
                }
            }
            if !isTold {
                leftOut.append(Omitted(line: Int32(record.line), column: Int16(index), reason: reason))
            }
        }
    }

    /// Reads the values of a row, and notes all that is wrong with it, so that it is mended in one go.
    private mutating func parse(
        _ record: TableRecord, with parsers: [FieldParser], into values: inout [FieldValue]
    ) {
        if let surplus = (recognition.width..<max(recognition.width, record.count)).first(where: { !record.isBlank($0) }
        ) {
            return rejects.append(
                Reject(
                    line: record.line, index: 0, column: "column \(surplus + 1)",
                    error: FieldError("too_many_columns", "The row has more values than the file has headings.")))
        }
        if let index = splitting.column(of: record) {
            return refuse(
                record, index,
                FieldError(
                    "split_amount",
                    "A comma in the amount has made several values of it; put the amount in quotation marks."))
        }
        var isCutOff = false
        for (index, parser) in parsers.enumerated() {
            let position = recognition.positions[index]
            do throws(FieldError) {
                guard position < record.count else { throw .rowEnds }
                values[index] = try parser.parse(position, of: record)
            } catch {
                // A row that ends early lacks all columns behind its end; one of them is enough to say so.
                if isCutOff, error == .rowEnds { continue }
                isCutOff = isCutOff || error == .rowEnds
                refuse(record, index, error)
            }
        }
        if let field = swallowing.field(of: record) {
            rejects.append(
                Reject(
                    line: record.line, index: 0, column: FreeText.masked(recognition.headings[field]),
                    error: FieldError(
                        "swallowed_rows",
                        "A quotation mark has taken the rows behind it into this value; remove it, or double it inside a field. If the value is meant so, take its line breaks out."
                    )
                ))
        }
    }

    /// Notes what is wrong with a value, under the heading that the file has; two columns may read one cell.
    private mutating func refuse(_ record: TableRecord, _ index: Int, _ error: FieldError) {
        let heading = recognition.headings[recognition.positions[index]]
        if rejects.last?.line == record.line, rejects.last?.column == heading, rejects.last?.error == error { return }
        rejects.append(Reject(line: record.line, index: index, column: heading, error: error))
    }

    private static func write(_ values: [FieldValue], of record: TableRecord, to writer: inout CopyWriter) {
        writer.row(values.count + 1)
        writer.int32(Int32(record.line))
        for value in values {
            switch value {
            case .null, .unread: writer.null()
            case .integer(let number): writer.int64(number)
            case .date(let date): writer.date(date)
            case .string(let text): writer.text(text)
            case .text(let range):
                record.bytes.withUnsafeBytes { writer.text(utf8: UnsafeRawBufferPointer(rebasing: $0[range])) }
            }
        }
    }

    private func surrender(_ path: String) -> Fault {
        Fault(
            .tooManyRejects, "More than \(Self.mostRejects) rows of \(path) have a wrong format.",
            hint: "Check that the file is of the kind you named; \(recognition.layout.title) was recognised.")
    }
}
