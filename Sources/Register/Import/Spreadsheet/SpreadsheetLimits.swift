/// How much a workbook may ask of the machine before it is refused.
///
/// Honest workbooks stay far below; the numbers hold back files that are made to exhaust memory or time.
enum SpreadsheetLimits {
    /// Rows of a sheet, as in Excel.
    static let rows = 1_048_576
    /// Columns of a sheet, as in Excel.
    static let columns = 16_384
    /// Files inside the workbook.
    static let parts = 10_000
    /// Bytes of all parts together, inflated.
    static let totalBytes = 2 << 30
    /// Bytes of a part that only describes the workbook, inflated.
    static let descriptionBytes = 64 << 20
    /// Inflated bytes for each stored byte, once a part is larger than `ratioFreeBytes`.
    static let ratio = 200
    /// Small parts may be as repetitive as they like.
    static let ratioFreeBytes = 10 << 20
    /// Bytes of all shared strings together.
    static let sharedStringBytes = 256 << 20
    /// Number of shared strings.
    static let sharedStrings = 16 << 20
    /// Bytes of one cell; Excel allows 32,767 characters.
    static let cellBytes = 1 << 20
    /// Bytes of one row.
    static let rowBytes = 16 << 20
    /// Fields of a whole sheet, blank ones before a filled one included.
    static let fields = 500_000_000
    /// Cells of a sheet that are merged over several rows.
    static let merges = 1 << 20
    /// Elements inside one another.
    static let depth = 64
    /// Bytes handed to the XML parser at a time.
    static let chunk = 64 << 10
    /// Chunks in a row that may bring no news: a tag or comment of a megabyte is no honest one.
    static let silentChunks = 16
}
