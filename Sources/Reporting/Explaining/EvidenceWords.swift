import Postgres
import Register
import Rules

/// Evidence values as readers see them: rupiah, months, dates, codes in words.
struct EvidenceWords {
    private static let money: Set<String> = [
        "wage", "registered_wage", "floor", "cap", "base", "registered_base", "billed", "paid", "due", "prepaid",
        "amount_beyond", "deducted", "lawful", "wages", "registered_wages", "average_wage", "average_registered",
    ]
    private static let codes: Set<String> = [
        "basis", "closed_by", "doubt", "grounds", "known_by", "lapse", "list", "pattern", "period", "registered_by",
        "reported_by",
        "status",
    ]

    private let catalogue: Catalogue
    private let cells: CellWords

    init(_ catalogue: Catalogue) throws {
        self.catalogue = catalogue
        cells = try CellWords(catalogue)
    }

    func text(_ evidence: FindingProof.Evidence) throws -> String {
        guard let value = evidence.value else { return "–" }
        if Self.codes.contains(evidence.name) { return try catalogue.text("value.\(evidence.name).\(value)") }
        if CalendarDate(iso: value) != nil {
            let isMonth = evidence.name == "month" || evidence.name.hasSuffix("_month")
            return cells.text(isMonth ? .month(value) : .date(value))
        }
        guard let number = Int64(value) else { return value }
        return cells.text(Self.money.contains(evidence.name) ? .money(number) : .integer(number))
    }

    /// The finding in a sentence, with the evidence filled in.
    func sentence(_ proof: FindingProof) throws -> String {
        var text = catalogue.language == .english ? proof.explanation.english : proof.explanation.indonesian
        if value(of: "oldest_month", proof) == value(of: "newest_month", proof) {
            // One month is no period.
            let period = try catalogue.text("explain.period", ["from": "{oldest_month}", "until": "{newest_month}"])
            text = text.components(separatedBy: period).joined(separator: "{oldest_month}")
        }
        for evidence in proof.evidence {
            let parts = text.components(separatedBy: "{\(evidence.name)}")
            text = parts.joined(separator: try self.text(evidence))
        }
        return text
    }

    private func value(of name: String, _ proof: FindingProof) -> String? {
        proof.evidence.first { $0.name == name }?.value
    }
}

extension String {
    /// The pieces between occurrences of a separator.
    fileprivate func components(separatedBy separator: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
    }
}
