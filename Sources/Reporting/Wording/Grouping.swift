/// Digits in groups of three, without any locale machinery.
enum Grouping {
    static func text(_ number: Int64, language: Language) -> String {
        (number < 0 ? "-" : "") + digits(number.magnitude, separator: language == .indonesian ? "." : ",")
    }

    static func digits(_ magnitude: UInt64, separator: Character) -> String {
        let plain = String(magnitude)
        var grouped = ""
        for (index, digit) in plain.enumerated() {
            if index > 0, (plain.count - index).isMultiple(of: 3) { grouped.append(separator) }
            grouped.append(digit)
        }
        return grouped
    }
}
