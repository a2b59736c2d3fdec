/// A time behind a day, as banks, databases and web services write it: `10:15`, `00.00`, `12:00:00 AM`, `T17:00:00.000Z`.
struct TimeOfDay {
    private var rest: ArraySlice<UInt8>
    private var isMidnight = true

    /// What stands before a time; all of it where there is none.
    ///
    /// - Throws: ``FieldError`` with `time_zone` for a moment of elsewhere: its day may be another one here.
    static func dropped(from bytes: some Collection<UInt8>) throws(FieldError) -> ArraySlice<UInt8> {
        let text = Array(bytes)
        for place in text.indices.dropFirst().dropLast()
        where isDigit(text[place + 1]) && (text[place] == 32 || text[place] | 0x20 == UInt8(ascii: "t")) {
            guard text[place] == 32 || isDigit(text[place - 1]) else { continue }
            var time = TimeOfDay(rest: text[(place + 1)...])
            guard time.readClock(), let isHere = time.readZone() else { continue }
            guard isHere else { throw elsewhere }
            return text[..<place]
        }
        return text[...]
    }

    /// True for the time of an ISO date that is one of Indonesia: `T10:15:00`.
    static func isLocal(_ bytes: ArraySlice<UInt8>) -> Bool {
        var time = TimeOfDay(rest: bytes.dropFirst())
        return time.readClock() && time.readZone() == true
    }

    private init(rest: ArraySlice<UInt8>) { self.rest = rest }

    /// Hours and minutes, seconds and what is less than a second, AM or PM.
    private mutating func readClock() -> Bool {
        guard let hour = readNumber(upTo: 23), let mark = rest.first, mark == UInt8(ascii: ":") || mark == Self.dot,
            let minute = readField(behind: mark)
        else { return false }
        var second = 0
        if rest.first == mark {
            guard let read = readField(behind: mark) else { return false }
            second = read
        }
        if let mark = rest.first, mark == Self.dot || mark == UInt8(ascii: ","), let digit = rest.dropFirst().first,
            Self.isDigit(digit)
        {
            rest = rest.dropFirst().drop(while: Self.isDigit)
        }
        let half = Self.word(rest.prefix(3))
        if half == "am" || half == "pm" {
            guard (1...12).contains(hour) else { return false }
            rest = rest.drop { $0 == 32 }.dropFirst(2)
        }
        isMidnight = (minute, second) == (0, 0) && (half == "am" ? hour == 12 : half != "pm" && hour == 0)
        return true
    }

    /// Whether the time is one of Indonesia: true without a zone; nil when what follows is no zone.
    ///
    /// Midnight of Greenwich is the morning of the same day; programs write it for days.
    private func readZone() -> Bool? {
        switch Self.word(rest) {
        case "", "wib", "wita", "wit", "+07", "+08", "+09", "+0700", "+0800", "+0900": true
        case "z", "utc", "gmt", "+00", "+0000", "-00", "-0000": isMidnight
        case let zone where zone.first == "+" || zone.first == "-":
            (3...5).contains(zone.count) && zone.dropFirst().allSatisfy(\.isNumber) ? false : nil
        default: nil
        }
    }

    private mutating func readField(behind mark: UInt8) -> Int? {
        rest = rest.dropFirst()
        // Behind a dot a single digit is no minute.
        guard mark == UInt8(ascii: ":") || rest.prefix(2).count(where: Self.isDigit) == 2 else { return nil }
        return readNumber(upTo: 59)
    }

    private mutating func readNumber(upTo most: Int) -> Int? {
        let digits = rest.prefix(while: Self.isDigit)
        guard (1...2).contains(digits.count) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        rest = rest[digits.endIndex...]
        return number <= most ? number : nil
    }

    private static let dot = UInt8(ascii: ".")
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func word(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.filter { $0 != 32 && $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
    }

    private static let elsewhere = FieldError(
        "time_zone", "The time is that of another zone, where it may be another day; export the day alone.")
}
