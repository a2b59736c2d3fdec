/// Writes a worker and the family into the member list.
struct MemberListWriter {
    private let file: CSVWriter
    private let window: Window
    private let birthplaces: [Territory.Birthplace]

    init(file: CSVWriter, window: Window, birthplaces: [Territory.Birthplace]) {
        self.file = file
        self.window = window
        self.birthplaces = birthplaces
    }

    func write(_ firm: Firm, _ employment: Employment, from first: Int, until last: Int?) throws {
        let wage = employment.wage.reported(in: min(last ?? window.last, window.last) / 12)
        let span = Span(wage: wage, from: first, until: last)
        try write(employment.person, firm, span, relation: "TK", main: nil)
        for relative in employment.household {
            // A child born later than the first month is a member from the month after the birth.
            let born = relative.person.birth.year * 12 + relative.person.birth.month
            if let last, born > last { continue }
            let own = Span(wage: wage, from: max(first, born), until: last)
            try write(
                relative.person, firm, own, relation: relative.relation.rawValue, main: employment.person.nik)
        }
    }

    private struct Span {
        let wage: Int
        let from: Int
        let until: Int?
    }

    private func write(_ person: Person, _ firm: Firm, _ span: Span, relation: String, main: Int?) throws {
        file.number(file.rows + 1)
        file.number(person.nik)
        file.text(person.name)
        file.text(birthplaces[person.birthplace].name)
        file.date(person.birth, "-")
        file.text(person.isFemale ? "P" : "L")
        file.empty(11)
        file.text(person.card)
        // Class I from a wage above four million (Perpres 82/2018).
        file.text(span.wage > 4_000_000 ? "1" : "2")
        file.empty(2)
        file.date(SampleMonth(ordinal: span.from).firstDay, "-")
        file.text(span.until == nil ? "AKTIF" : "NONAKTIF")
        if main == nil { file.number(span.wage) } else { file.empty() }
        file.text(firm.ids.employerCode)
        file.text(firm.name.full)
        file.text(relation)
        if let main { file.number(main) } else { file.empty() }
        if let until = span.until {
            file.date(SampleMonth(ordinal: until + 1).firstDay, "-")
        } else {
            file.empty()
        }
        try file.endRow()
    }
}
