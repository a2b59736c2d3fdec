/// Tells number formats that show a day from all others.
enum DateFormat {
    /// True for the formats that Excel knows by number.
    static func isDate(builtIn id: Int) -> Bool {
        (14...22).contains(id) || (45...47).contains(id)
    }

    /// True if a format such as `[$-421]dd mmmm yyyy;@` has a day, month or year for positive numbers.
    static func isDate(code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for character in code {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\"" where !isBracketed: isQuoted.toggle()
            case _ where isQuoted: continue
            case "[": isBracketed = true
            case "]": isBracketed = false
            case _ where isBracketed: continue
            case "\\", "_", "*": isEscaped = true
            case ";": return false
            case "d", "D", "m", "M", "y", "Y": return true
            default: continue
            }
        }
        return false
    }
}
