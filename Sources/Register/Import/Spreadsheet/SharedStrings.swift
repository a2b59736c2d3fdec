/// The texts that the cells of a workbook share, one after the other in one buffer.
final class SharedStrings: XMLHandler {
    private let file: WorkbookFile
    private(set) var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var text = CellText()

    init(_ file: WorkbookFile) {
        self.file = file
    }

    /// Reads the part that holds them.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    convenience init(_ part: ArchivePart) throws {
        self.init(part.archive.file)
        // Grown step by step the buffer would be held twice. Memory that is not written to costs nothing.
        bytes.reserveCapacity(min(part.declared, SpreadsheetLimits.sharedStringBytes))
        try XMLStream(part, handler: self).run()
    }

    /// Number of texts.
    var count: Int { ends.count }

    /// Where a text lies in `bytes`.
    func range(of index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        text.start(name, attributes, at: bytes.count)
    }

    func text(_ piece: UnsafeRawBufferPointer) throws(Fault) {
        guard text.isOpen else { return }
        bytes.append(contentsOf: piece)
        guard bytes.count <= SpreadsheetLimits.sharedStringBytes else {
            throw file.refused("its texts take more than \(SpreadsheetLimits.sharedStringBytes >> 20) MiB")
        }
        guard bytes.count - Int(ends.last ?? 0) <= SpreadsheetLimits.cellBytes else {
            throw file.refused("a text is longer than a cell can hold")
        }
    }

    func end(_ name: XMLName) throws(Fault) {
        text.end(name, in: &bytes)
        guard case "si" = name else { return }
        EscapedText.decode(&bytes, from: Int(ends.last ?? 0))
        ends.append(UInt32(bytes.count))
        guard ends.count <= SpreadsheetLimits.sharedStrings else {
            throw file.refused("it has more than \(SpreadsheetLimits.sharedStrings) shared texts")
        }
    }
}
