/// What stands in cells where there is no value, also once it has become text in a CSV file or a file of refused rows: it is
/// never data, whatever the column.
enum NoValue {
    /// Stands before a number that a spreadsheet has rounded.
    static let rounded = "\u{2248}"
    /// Stands in the columns that a row did not reach.
    static let missing = "#HILANG!"
    /// Stands at the end of a text that no cell can hold.
    static let cut = "\u{2026}"

    /// Why a cell is refused; nil for a cell that may hold a value.
    static func reason(_ value: ArraySlice<UInt8>, _ kind: CellKind) -> FieldError? {
        switch kind {
        case .error: .failedFormula
        case .openFormula: .openFormula
        case .roundedNumber: .roundedNumber
        default: reason(value)
        }
    }

    private static func reason(_ value: ArraySlice<UInt8>) -> FieldError? {
        switch value.first {
        case UInt8(ascii: "="): value.count == 1 ? .openFormula : nil
        case UInt8(ascii: "#"): mark(String(decoding: value.prefix(30), as: UTF8.self))
        case UInt8(ascii: "E"): isFailure(ofLibreOffice: value) ? .failedFormula : nil
        case rounded.utf8.first: isRounded(value) ? .roundedNumber : nil
        default: value.count >= FieldParser.longest && isCut(value) ? .tooLong : nil
        }
    }

    /// `#REF!`, `#NAME?`, `#N/A` and their like in other languages; `####` is what a narrow column shows of a number.
    private static func mark(_ text: String) -> FieldError? {
        if text == missing { return .rowEnds }
        let word = text.dropFirst()
        if word.count > 1, word.allSatisfy({ $0 == "#" }) { return .narrowColumn }
        let isWord = word.dropLast().allSatisfy { $0.isUppercase || $0.isNumber || "/_".contains($0) }
        let isFailure =
            word.count > 2 && word.first?.isUppercase == true && isWord && (word.last == "!" || word.last == "?")
        return isFailure || ["N/A", "NV", "GETTING_DATA"].contains(word) ? .failedFormula : nil
    }

    /// True for `Err:502` and the like.
    private static func isFailure(ofLibreOffice value: ArraySlice<UInt8>) -> Bool {
        value.count == 7 && value.starts(with: "Err:5".utf8)
            && value.suffix(2).allSatisfy { (48...57).contains($0) }
    }

    private static func isRounded(_ value: ArraySlice<UInt8>) -> Bool {
        value.starts(with: rounded.utf8)
            && value.dropFirst(rounded.utf8.count).allSatisfy { "0123456789.-E+ ".utf8.contains($0) }
    }

    private static func isCut(_ value: ArraySlice<UInt8>) -> Bool {
        value.suffix(cut.utf8.count).elementsEqual(cut.utf8)
            && value.count { $0 & 0xC0 != 0x80 } == FieldParser.longest
    }
}

extension FieldError {
    static let failedFormula = FieldError("cell_error", "The cell holds a formula that failed.")
    static let openFormula = FieldError(
        "open_formula",
        "The cell holds a formula that was never computed; open the file in a spreadsheet and save it again.")
    static let roundedNumber = FieldError(
        "rounded_number",
        "The spreadsheet keeps 15 digits of a number; format the column as text and enter the value again.")
    static let narrowColumn = FieldError(
        "cell_error", "The spreadsheet left ### for a value that its column was too narrow for; enter the value again.")
    static let tooLong = FieldError("too_long", "The text is longer than a cell can hold (32,767 characters).")
    static let rowEnds = FieldError("too_few_columns", "The row ends before this column.")
}
