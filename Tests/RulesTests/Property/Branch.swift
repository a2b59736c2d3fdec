import Postgres

/// The evidence of a made-up office: the papers that came in, in their order, and what people have decided.
struct Branch: Sendable {
    var firms: [Firm] = []
    var papers: [Paper] = []
    var decisions: [Decision] = []
    var recognitions: [Recognition] = []
    /// The days as of which it is audited, ascending.
    var days: [CalendarDate] = []
}

/// One record of the register: an employer under the numbers that it has.
struct Firm: Sendable {
    let number: Int
    var name: String
    var regency: String
    /// Whether lists other than that of BPJS Kesehatan give its kode badan usaha, NPP and NPWP.
    var showsCode = true
    var showsNPP = true
    var showsNPWP = false

    var entityCode: String { "02" + Self.padded(number, 6) }
    var npp: String { "71" + Self.padded(number, 6) }
    var wlkpNumber: String { "W-" + Self.padded(number, 5) }
    var npwp: String { "09" + Self.padded(number, 7) + "701000" }

    static func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}

/// What people have decided about two records.
struct Decision: Sendable {
    let one: Int
    let other: Int
    let isSame: Bool
}

/// What people have decided about a worker of a firm whose list gives no NIK: the worker has the NIK of the number given.
struct Recognition: Sendable {
    let firm: Int
    let worker: Int
}

/// A person, who has a NIK whether or not a list gives it.
struct Somebody: Sendable {
    let number: Int

    var isWoman: Bool { number.isMultiple(of: 2) }
    var birth: CalendarDate {
        CalendarDate(year: 1970 + number / 336 % 30, month: 1 + number / 28 % 12, day: 1 + number % 28) ?? .earliest
    }
    /// What is wrong with a NIK that cannot be right.
    enum Doubt { case day, birth }

    /// Of some the NIK has a birth date that is no day of the calendar, or another than the lists say.
    var doubt: Doubt? {
        switch number % 61 {
        case 20: .day
        case 40: .birth
        default: nil
        }
    }
    var nik: String {
        let woman = isWoman ? 40 : 0
        let numbers =
            switch doubt {
            case .day: [31 + woman, 2, birth.year % 100]
            case .birth: [birth.day + woman, birth.month, (birth.year + 1) % 100]
            case nil: [birth.day + woman, birth.month, birth.year % 100]
            }
        let digits = numbers.map { Firm.padded($0, 2) }.joined()
        return "617101" + digits + Firm.padded(number + 1, 4)
    }
    var name: String { "Orang " + Firm.padded(number, 4) }
}
