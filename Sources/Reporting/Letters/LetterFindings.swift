import Postgres
import Register
import Rules

/// What a letter may say of a business.
struct LetterFindings: Sendable {
    /// The findings of one rule.
    struct Finding: Sendable {
        let code: String
        let title: String
        let article: String
        let path: String
        let workers: Int
        let months: Int?
        let amount: Int64?
        let amountKind: String
        let strength: String
        let basis: String?
        let since: CalendarDate

        /// Whether the sanction of a path may follow: on established breaches of that path alone.
        func bears(_ sanction: RuleHeader.Path) -> Bool {
            path == sanction.rawValue && strength == RuleHeader.Strength.established.rawValue
        }

        /// The facts of the finding.
        var facts: JSONValue {
            [
                "code": .string(code), "title": .string(title), "article": .string(article),
                "workers": workers > 0 ? .string("\(workers) orang") : nil,
                "months": .optional(months.map { "\($0) bulan" }),
                "amount": .optional(amount.map { Rupiah.format($0) }),
                "text": .optional(text),
            ]
        }

        private var text: String? {
            switch basis {
            case "named_workers":
                "Menurut daftar pekerja, yaitu daftar upah BPJS Ketenagakerjaan atau daftar dari badan usaha sendiri."
            case "headcount":
                "Menurut jumlah tenaga kerja pada wajib lapor ketenagakerjaan perusahaan (WLKP); iuran dihitung dari upah minimum."
            default: nil
            }
        }
    }

    let findings: [Finding]

    /// Finds them; a letter that accuses leaves out what the employer contests, one that asks does not.
    init(business: Int, office: Office, run: Int, accusing: Bool, _ session: Session) throws {
        findings = try session.rows(
            "select * from letter.findings(\(office.id)::smallint, \(run)::bigint, \(business)::bigint, \(accusing)::boolean)"
        ).map { row in
            Finding(
                code: try row.get("rule_code"), title: try row.get("title"),
                article: try row.getIfPresent("article") ?? "",
                path: try row.get("path"), workers: try row.get("workers"), months: try row.getIfPresent("months"),
                amount: try row.getIfPresent("amount"), amountKind: try row.get("amount_kind"),
                strength: try row.get("strength"),
                basis: try row.getIfPresent("basis"), since: try row.get("since"))
        }
    }
}
