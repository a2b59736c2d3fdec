import Register
import Reporting

/// What an import changed, in words for the summary.
enum ChangeWords {
    /// Such as `12 workers newly listed (Rp42.000.000)`.
    static func phrase(_ change: ImportOutcome.Change) -> String {
        let (one, many) = words[change.what] ?? (change.what, change.what)
        let sign = (change.amount ?? 0) > 0 ? "+" : ""
        let amount = change.amount.map { " (\(sign)\(Rupiah.format($0)))" } ?? ""
        return "\(change.rows) \(change.rows == 1 ? one : many)\(amount)"
    }

    private static let words = [
        "lists_changed": ("list differs from the earlier one", "lists differ from the earlier ones"),
        "lists_withdrawn": ("list no longer counts", "lists no longer count"),
        "workers_listed": ("worker newly listed", "workers newly listed"),
        "workers_unlisted": ("worker no longer listed", "workers no longer listed"),
        "wages_changed": ("wage changed", "wages changed"),
        "periods_changed": ("period of work or membership changed", "periods of work or membership changed"),
        "participants_listed": ("participant newly listed", "participants newly listed"),
        "participants_unlisted": ("participant no longer listed", "participants no longer listed"),
        "participations_changed": ("period of participation changed", "periods of participation changed"),
        "bills_changed": ("bill changed", "bills changed"),
        "bills_withdrawn": ("bill no longer counts", "bills no longer count"),
        "payments_changed": ("payment changed", "payments changed"),
        "payments_withdrawn": ("payment no longer counts", "payments no longer count"),
        "employers_changed": ("employer changed", "employers changed"),
        "employers_withdrawn": ("employer no longer on the list", "employers no longer on the list"),
        "employers_closed": ("of them closed", "of them closed"),
        "employers_reopened": ("of them open again", "of them open again"),
        "employers_renamed": ("new name", "new names"),
        "employers_moved": ("new address", "new addresses"),
        "headcounts_changed": ("new headcount", "new headcounts"),
        "headcounts_withdrawn": ("headcount no longer counts", "headcounts no longer count"),
        "offices_changed": ("office changed", "offices changed"),
        "officers_changed": ("officer changed", "officers changed"),
        "persons_changed": ("person named or dated otherwise", "persons named or dated otherwise"),
    ]
}
