extension ImportLayout {
    /// What a user should know of a file that has the columns of this layout and no others.
    var notices: [String] {
        guard kind == ImportKind.workers.rawValue else { return [] }
        let read = Set(columns.map(\.to))
        if read.isDisjoint(with: ["wage", "basic_wage"]) {
            return list == .partial
                ? [] : ["No column with wages (upah) is read: what is due for these workers stays open."]
        }
        if read.contains("fixed_allowance"), !read.contains("basic_wage") {
            return [
                "The fixed allowances (tunjangan tetap) are not added to the wage, which may hold them. "
                    + "Call a basic wage Gaji Pokok to have them added."
            ]
        }
        return []
    }
}
