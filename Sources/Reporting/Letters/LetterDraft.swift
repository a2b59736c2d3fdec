import Postgres

/// A letter that is ready but for its number.
struct LetterDraft: Sendable {
    let kind: LetterKind
    let business: Int
    /// The number that the employer is called by.
    let code: String
    let visit: Int?
    let run: Int
    /// The newest decision on a finding when it was drafted; 0 without any.
    let decision: Int
    let facts: [JSONValue.Member]

    /// The facts with number and verification code filled in.
    func payload(number: LetterNumber) -> (data: JSONValue, verification: String) {
        let verification = number.verification(of: JSONValue.object(facts).compact)
        let extra: [JSONValue.Member] = [
            .init("draft", false),
            .init("number", .string(number.text)),
            .init("qr", .string("PATUH \(number.text) \(verification)")),
        ]
        return (.object(extra + facts.map { $0.name == "trace" ? trace($0, verification) : $0 }), verification)
    }

    /// File name of a draft; a business has one letter of a kind at a time.
    var fileName: String {
        "draft-\(kind.rawValue)-\(String(code.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" })).pdf"
    }

    /// The facts of a draft: no number, no code, a watermark.
    var watermarked: JSONValue {
        .object(
            [.init("draft", true), .init("number", ""), .init("qr", nil)]
                + facts.map { $0.name == "trace" ? trace($0, "–") : $0 })
    }

    private func trace(_ member: JSONValue.Member, _ verification: String) -> JSONValue.Member {
        guard case .object(let members) = member.value else { return member }
        return .init("trace", .object([.init("verification", .string(verification))] + members))
    }
}
