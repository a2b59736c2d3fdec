import Postgres
import Register

/// A number of the office's register: a running number per office, kind and year, written by the office's template.
struct LetterNumber: Sendable {
    let office: Int
    let kind: LetterKind
    let date: CalendarDate
    let sequence: Int
    let text: String

    init(_ sequence: Int, kind: LetterKind, date: CalendarDate, letterhead: Letterhead) {
        self.sequence = sequence
        self.kind = kind
        self.date = date
        office = letterhead.office
        let month = date.month < 10 ? "0\(date.month)" : String(date.month)
        let values = [
            "seq": String(sequence), "kind": kind.rawValue, "unit": letterhead.unit, "MM": month,
            "YY": String(String(date.year).suffix(2)), "YYYY": String(date.year),
        ]
        text = values.reduce(letterhead.numberTemplate) { text, value in
            text.split(separator: "{\(value.key)}", omittingEmptySubsequences: false).joined(separator: value.value)
        }
    }

    /// A code that belongs to this number and these facts alone: 16 hexadecimal digits in groups of four.
    func verification(of facts: String) -> String {
        let digest = Array(
            SHA256.hexadecimal(of: "\(office) \(kind.rawValue) \(date.year) \(sequence) \(facts)".utf8).prefix(16))
        return stride(from: 0, to: 16, by: 4).map { String(digest[$0..<$0 + 4]) }.joined(separator: "-").uppercased()
    }
}
