/// A draft with the number it will carry.
struct LetterSheet: Sendable {
    let draft: LetterDraft
    let number: LetterNumber
    let data: JSONValue
    let verification: String

    init(draft: LetterDraft, number: LetterNumber) {
        self.draft = draft
        self.number = number
        (data, verification) = draft.payload(number: number)
    }

    /// Kind, year and running number: no personal data in file names.
    static func fileName(kind: String, year: Int, sequence: Int) -> String {
        let digits = String(sequence)
        return "\(kind)-\(year)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits).pdf"
    }
}
