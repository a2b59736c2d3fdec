/// Reads the rows of a sheet from its XML.
final class SheetRows: XMLHandler {
    private(set) var pending = PendingRows()
    private(set) var isDone = false
    /// Cells that are merged over several rows; known when the sheet has been read to its end.
    private(set) var merges: [CellRange] = []

    private let file: WorkbookFile
    private let computesOnLoad: Bool
    private var value: CellValue
    private var isInData = false
    private var hasData = false
    private var hasRoot = false
    private var row = 0
    private var column = 0
    private var isInRow = false
    private var isInCell = false
    private var isInValue = false
    private var hasFormula = false
    private var inline = CellText()
    private var isInInline = false
    private var type = CellType.number
    private var style = 0
    private var valueStart = 0
    private var fields = 0

    /// - Parameters:
    ///   - file: the workbook.
    ///   - value: reads what the cells hold.
    ///   - computesOnLoad: true when a formula with the value 0 may be one that nobody has computed.
    init(_ file: WorkbookFile, value: CellValue, computesOnLoad: Bool) {
        self.file = file
        self.value = value
        self.computesOnLoad = computesOnLoad
    }

    /// Hands out the next row that has been read.
    func take() -> (line: Int, cells: Range<Int>)? {
        if let row = pending.take() { return row }
        let shift = pending.forget()
        // A cell may have begun.
        valueStart -= shift
        inline.move(by: shift)
        return nil
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(Fault) {
        guard isInData else {
            switch name {
            case "worksheet": hasRoot = true
            case "sheetData" where hasRoot && !hasData: isInData = true
            case "mergeCell" where hasData: try addMerge(attributes)
            case _ where hasRoot: break
            default: throw file.malformed("a part that should be a sheet is something else")
            }
            return
        }
        switch name {
        case "c": try startCell(attributes)
        case "f": hasFormula = isInCell
        case "v":
            isInValue = isInCell
            valueStart = pending.bytes.count
        case "row": try startRow(attributes)
        case "is":
            isInInline = isInCell
            valueStart = pending.bytes.count
        case _ where isInInline: inline.start(name, attributes, at: pending.bytes.count)
        default: break
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
        guard isInValue || isInInline && inline.isOpen else { return }
        pending.bytes.append(contentsOf: bytes)
        guard pending.bytes.count - valueStart <= SpreadsheetLimits.cellBytes else {
            throw file.refused("the text of a cell in row \(row) is longer than a cell can hold")
        }
        guard pending.bytes.count - pending.openBytes <= SpreadsheetLimits.rowBytes else {
            throw rowTooLarge()
        }
    }

    /// A row has more text than can be handed out at once.
    func rowTooLarge() -> Fault {
        file.refused("a row is larger than \(SpreadsheetLimits.rowBytes >> 20) MiB")
    }

    func end(_ name: XMLName) throws(Fault) {
        guard isInData else {
            if hasData, "mergeCells" ~= name { isDone = true }
            return
        }
        switch name {
        case "v": isInValue = false
        case "c" where isInCell:
            isInCell = false
            if hasFormula, computesOnLoad, type == .number, pending.bytes[valueStart...].elementsEqual("0".utf8) {
                pending.bytes.removeSubrange(valueStart...)
                addOpenFormula()
            } else if pending.bytes.count > valueStart {
                try endCell()
            } else if hasFormula, type == .number {
                addOpenFormula()
            }
        case "row" where isInRow:
            isInRow = false
            try endRow()
        case "is": isInInline = false
        case "sheetData":
            hasData = true
            isInData = false
        case _ where isInInline: inline.end(name, in: &pending.bytes)
        default: break
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws(Fault) {
        guard !isInRow else { throw file.malformed("row \(row) holds another row") }
        var number: Int? = row + 1
        for (name, value) in attributes where "r" ~= name { number = CellReference.row(value) }
        guard let number, number <= SpreadsheetLimits.rows else {
            throw file.refused("after row \(row) comes one that no sheet can have")
        }
        guard number > row else { throw file.malformed("its rows are not in order after row \(row)") }
        isInRow = true
        row = number
        column = 0
    }

    private func startCell(_ attributes: XMLAttributes) throws(Fault) {
        guard isInRow, !isInCell else { throw file.malformed("a cell after row \(row) stands outside of a row") }
        isInCell = true
        hasFormula = false
        valueStart = pending.bytes.count
        type = .number
        style = 0
        var place = column + 1
        for (name, value) in attributes {
            switch name {
            case "r":
                guard let reference = CellReference(value) else {
                    throw file.refused("a cell of row \(row) has a place that no sheet has")
                }
                guard reference.row == row else { throw file.malformed("a cell of row \(row) claims another row") }
                place = reference.column
            case "s": style = CellReference.row(value) ?? 0
            case "t": type = CellType(value)
            default: break
            }
        }
        guard place <= SpreadsheetLimits.columns else { throw file.refused("row \(row) has too many columns") }
        guard place > column else { throw file.malformed("the cells of row \(row) are not in order") }
        column = place
    }

    private func endCell() throws(Fault) {
        switch try value.settle(&pending.bytes, from: valueStart, type: type, style: style) {
        case .shared(let index):
            pending.bytes.removeSubrange(valueStart...)
            guard !value.isBlank(index) else { return }
            pending.cells.append(
                .init(column: Int32(column), kind: .text, isShared: true, start: index, end: index))
        case .value(let kind):
            let end = pending.bytes.count
            guard end > valueStart else { return }
            pending.cells.append(
                .init(column: Int32(column), kind: kind, isShared: false, start: valueStart, end: end))
        }
    }

    private func addMerge(_ attributes: XMLAttributes) throws(Fault) {
        guard let merge = attributes["ref"].flatMap(CellRange.init), merge.rows.count > 1 else { return }
        merges.append(merge)
        guard merges.count <= SpreadsheetLimits.merges else {
            throw file.refused("it has more than \(SpreadsheetLimits.merges) merged cells")
        }
    }

    /// Programs that write formulas without computing them leave the value out, or write 0; an empty text has the type of
    /// one.
    private func addOpenFormula() {
        pending.bytes.append(UInt8(ascii: "="))
        pending.cells.append(
            .init(
                column: Int32(column), kind: .openFormula, isShared: false, start: valueStart,
                end: pending.bytes.count))
    }

    private func endRow() throws(Fault) {
        if pending.cells.count > pending.openCells { fields += Int(pending.cells.last?.column ?? 0) }
        guard fields <= SpreadsheetLimits.fields else {
            throw file.refused("it has more than \(SpreadsheetLimits.fields) fields")
        }
        pending.close(line: row)
    }
}
