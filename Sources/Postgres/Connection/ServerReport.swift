import CPostgreSQL

/// What the server says about an error, field by field.
struct ServerReport {
    let sqlState: String?
    let message: String?
    let hint: String?
    let detail: String?
    let schema: String?
    let table: String?
    let column: String?
    let constraint: String?
    let position: Int?

    init(_ result: OpaquePointer?) {
        // The field codes of the protocol; libpq's macros for them are characters, which Swift does not import.
        func field(_ code: Character) -> String? {
            guard let ascii = code.asciiValue, let text = PQresultErrorField(result, Int32(ascii)) else { return nil }
            return String(cString: text)
        }
        sqlState = field("C")
        message = field("M")
        hint = field("H")
        let details = [field("D"), field("W")].compactMap { $0 }
        detail = details.isEmpty ? nil : details.joined(separator: "\n")
        schema = field("s")
        table = field("t")
        column = field("c")
        constraint = field("n")
        position = field("P").flatMap { Int($0) }
    }

    /// Whether Patuh's own SQL functions raised this, so that its text is written by us and safe to show.
    var isOurs: Bool { sqlState?.hasPrefix("PT") ?? false }

    /// Whether the server itself is going away.
    var isShutdown: Bool { ["57P01", "57P02", "57P03"].contains(sqlState) }

    /// What the server has run out of, in words, and what to do about it.
    private var shortage: (message: String, hint: String)? {
        switch sqlState {
        case "53100":
            ("The disk of the database is full.", "Nothing was changed. Free space on the server and run it again.")
        case "53200":
            ("The database has run out of memory.", "Nothing was changed. Run it again when the server has less to do.")
        default: nil
        }
    }

    /// The hint of our own functions, or about what the server has run out of.
    var safeHint: String? { isOurs ? hint : shortage?.hint }

    /// A sentence without any value.
    var safeMessage: String {
        if isOurs, let message { return message }
        if let shortage { return shortage.message }
        var named = [sqlState.map { "SQLSTATE \($0)" }].compactMap { $0 }
        if let constraint {
            named.append("constraint \(constraint)")
        } else if let column {
            named.append("column \(column)")
        } else if let table {
            named.append("table \(table)")
        }
        let reason = named.isEmpty ? "" : " (\(named.joined(separator: ", ")))"
        return "The database refused a statement\(reason)."
    }
}
