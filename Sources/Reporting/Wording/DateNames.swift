/// The month and day names of one language, and the ways to put them together.
struct DateNames: Sendable {
    let months: [String]
    let shortMonths: [String]
    let weekdays: [String]

    func long(year: Int, month: Int, day: Int) -> String {
        "\(day) \(name(month, of: months)) \(year)"
    }

    func short(year: Int, month: Int, day: Int) -> String {
        "\(day) \(name(month, of: shortMonths)) \(year)"
    }

    func month(year: Int, month: Int) -> String {
        "\(name(month, of: months)) \(year)"
    }

    func shortMonth(year: Int, month: Int) -> String {
        "\(name(month, of: shortMonths)) \(year)"
    }

    func weekday(_ number: Int) -> String {
        name(number, of: weekdays)
    }

    /// A number outside the calendar is shown as it is: a report must not fail over one bad cell.
    private func name(_ number: Int, of names: [String]) -> String {
        names.indices.contains(number - 1) ? names[number - 1] : String(number)
    }
}

/// Year, month and day read from the first ten (or seven) characters of an ISO date.
struct ISODate {
    let year: Int
    let month: Int
    let day: Int

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (2...3).contains(parts.count), let year = parts[0], let month = parts[1], (1...12).contains(month) else {
            return nil
        }
        let day = parts.count == 3 ? parts[2] : 1
        guard let day, (1...31).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }
}
