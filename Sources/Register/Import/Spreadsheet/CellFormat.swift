/// How a cell shows its number, as far as that tells what the number is.
struct CellFormat: Equatable {
    /// True where it is a day.
    var isDate = false
    /// The digits that it has at least, as a format of noughts (`00000000`) says; 0 for any other format.
    var digits = 0

    /// The format of a code such as `[$-421]dd mmmm yyyy;@`.
    init(code: String) {
        isDate = DateFormat.isDate(code: code)
        // Fewer noughts are a matter of looks.
        if code.count >= 4, code.allSatisfy({ $0 == "0" }) { digits = code.count }
    }

    /// One of the formats that Excel knows by number.
    init(builtIn id: Int) { isDate = DateFormat.isDate(builtIn: id) }
}
