/// The place of a cell, such as C5: column and row counted from 1.
struct CellReference: Equatable {
    let column: Int
    let row: Int

    /// Reads a reference; nil if it is none or lies outside any sheet.
    init?(_ text: UnsafePointer<CChar>) {
        var next = text
        var column = 0
        while let letter = Self.letter(next.pointee) {
            column = column * 26 + letter
            guard column <= SpreadsheetLimits.columns else { return nil }
            next += 1
        }
        guard column > 0, let row = Self.row(next) else { return nil }
        self.column = column
        self.row = row
    }

    /// Reads the number of a row; nil if it is none or lies outside any sheet.
    static func row(_ text: UnsafePointer<CChar>) -> Int? {
        var next = text
        var row = 0
        while next.pointee != 0 {
            guard (48...57).contains(next.pointee) else { return nil }
            row = row * 10 + Int(next.pointee - 48)
            guard row <= SpreadsheetLimits.rows else { return nil }
            next += 1
        }
        return row > 0 ? row : nil
    }

    private static func letter(_ character: CChar) -> Int? {
        switch character {
        case 65...90: Int(character) - 64
        case 97...122: Int(character) - 96
        default: nil
        }
    }
}
