/// The violations that were planted, and what they come to.
struct Truth {
    enum Rule: String, CaseIterable {
        case underReported = "DAT-01"
        case belowFloor = "DAT-02"
        case arrears = "IUR-01"
        case unregistered = "REG-01"
        case missing = "REG-02"
    }

    struct Violation {
        let rule: Rule
        /// Kode badan usaha, or the labour office's number of a firm that has none.
        let business: String
        var nik: Int?
        var months: Int?
        let amount: Int
    }

    private(set) var violations: [Violation] = []

    mutating func add(_ rule: Rule, _ business: String, nik: Int? = nil, months: Int? = nil, amount: Int) {
        violations.append(Violation(rule: rule, business: business, nik: nik, months: months, amount: amount))
    }

    var counts: [String: Int] {
        var counts = Dictionary(uniqueKeysWithValues: Rule.allCases.map { ($0.rawValue, 0) })
        for violation in violations { counts[violation.rule.rawValue, default: 0] += 1 }
        return counts
    }

    /// Writes all violations, sorted by rule, business and NIK.
    func write(to file: CSVWriter) throws {
        let sorted = violations.sorted {
            ($0.rule.rawValue, $0.business, $0.nik ?? 0) < ($1.rule.rawValue, $1.business, $1.nik ?? 0)
        }
        for violation in sorted {
            file.text(violation.rule.rawValue)
            file.text(violation.business)
            violation.nik.map { file.number($0) } ?? file.empty()
            violation.months.map { file.number($0) } ?? file.empty()
            file.number(violation.amount)
            try file.endRow()
        }
    }
}
