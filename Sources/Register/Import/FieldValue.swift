import Postgres

/// A value that has been read from a field, ready for the staging table.
enum FieldValue {
    case null
    /// Something that is left out.
    case unread(LeftOut)
    case integer(Int64)
    case date(CalendarDate)
    case text(Range<Int>)
    case string(String)
}

/// Why a value is left out, with a warning.
enum LeftOut {
    /// The column does not understand it.
    case notUnderstood
    /// It stands for no number.
    case noNumber
    /// It is the number of a foreigner's permit or passport in a column of NIKs.
    case permit

    /// In words.
    var message: String {
        switch self {
        case .notUnderstood: "The value is not understood and left out."
        case .permit:
            "The number of a permit (KITAS, KITAP) or passport is no NIK; it is left out, and the worker kept by name and birth date."
        case .noNumber:
            "What stands here says that there is no number (words, noughts, one digit over and over); it is left out."
        }
    }
}
