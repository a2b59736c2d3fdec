/// Cells as people read them.
struct CellWords: Sendable {
    let language: Language
    let yes: String
    let no: String

    init(_ catalogue: Catalogue) throws {
        language = catalogue.language
        yes = try catalogue.text("report.yes")
        no = try catalogue.text("report.no")
    }

    func text(_ cell: Cell) -> String {
        switch cell {
        case .text(let text), .word(_, let text): text
        case .integer(let number): Grouping.text(number, language: language)
        case .money(let amount): Rupiah.format(amount)
        case .date(let iso): date(iso)
        case .month(let iso): month(iso)
        case .percent(let decimal): String(decimal.map { $0 == "." ? language.decimalSeparator : $0 }) + "%"
        case .boolean(let value): value ? yes : no
        case .empty: ""
        }
    }

    private func date(_ iso: String) -> String {
        guard let date = ISODate(iso) else { return iso }
        return language.dates.short(year: date.year, month: date.month, day: date.day)
    }

    private func month(_ iso: String) -> String {
        guard let date = ISODate(iso) else { return iso }
        return language.dates.shortMonth(year: date.year, month: date.month)
    }
}
