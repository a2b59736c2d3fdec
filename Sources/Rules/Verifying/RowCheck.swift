import Postgres

/// Every row of `SQL/parameters` is whole: readable dates and numbers, a reason, how sure we are, and since when.
struct RowCheck: LawCheck {
    static let name = "row"

    func problems(in book: LawBook, on day: CalendarDate) -> [LawProblem] {
        LawTable.allCases.flatMap { table in
            book.rows(table).flatMap { row in
                // Of a row that is shifted nothing else can be told.
                row.isWhole
                    ? flaws(of: row).map { error(row, $0) } : [error(row, "has not as many fields as headings")]
            }
        } + twice(book.rows(.citations))
    }

    private func flaws(of row: LawRow) -> [String] {
        let table = row.table
        var flaws = ([table.key] + table.required).filter { row[$0].isEmpty }.map { "lacks its \($0)" }
        if let number = table.number, Int64(row[number]) == nil {
            flaws.append("has the \(number) \"\(row[number])\", which is no whole number")
        }
        if !table.confidences.contains(row.confidence) {
            flaws.append(
                "has the confidence \"\(row.confidence)\", which is none of \(table.confidences.joined(separator: ", "))"
            )
        }
        if row.verifiedOn == nil { flaws.append(noDate(row, "verified_on")) }
        guard table.isDated else { return flaws }
        if row.validFrom == nil { flaws.append(noDate(row, "valid_from")) }
        if row.validTo == nil { flaws.append(noDate(row, "valid_to")) }
        if let from = row.validFrom, let to = row.validTo, from >= to {
            flaws.append("ends on \(to), not after its first day \(from)")
        }
        return flaws
    }

    private func noDate(_ row: LawRow, _ column: String) -> String {
        "has the \(column) \"\(row[column])\", which is no date like 2026-10-31"
    }

    private func twice(_ rows: [LawRow]) -> [LawProblem] {
        var first: [String: Int] = [:]
        return rows.compactMap { row in
            guard let line = first[row.name] else {
                first[row.name] = row.line
                return nil
            }
            return error(row, "gives the article \(row.name) again, after line \(line)")
        }
    }
}
