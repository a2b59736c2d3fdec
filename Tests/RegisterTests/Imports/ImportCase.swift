import TestSupport
import Testing

@testable import Register

/// A folder `Tests/Scenarios/imports/<kind>/<case>` with an input file and what becomes of it.
struct ImportCase: Sendable, CustomTestStringConvertible {
    let kind: ImportKind
    let name: String

    static func all(_ name: String) -> [ImportCase] {
        let cases = ImportKind.allCases.flatMap { kind in
            Scenarios.folders("imports/\(kind.rawValue)").filter { $0 == name }.map { ImportCase(kind: kind, name: $0) }
        }
        precondition(cases.count == ImportKind.allCases.count, "every kind of import has a case \(name)")
        return cases
    }

    var testDescription: String { "\(kind.rawValue)/\(name)" }

    private var path: String { "imports/\(kind.rawValue)/\(name)" }

    var input: String { "\(Scenarios.folder)/\(path)/input.csv" }
    var text: String { Scenarios.text("\(path)/input.csv") }
    var expected: [String] { Scenarios.text("\(path)/expected.txt").split(separator: "\n").map(String.init) }
    var register: String { Scenarios.text("\(path)/register.sql") }
    /// Date of files that speak of one date as a whole and have no title rows.
    var asOf: String? { kind == .jknBusinesses || kind == .jknMembers ? "2026-10-31" : nil }

    /// Values of the input that no message may hold: numbers, names, dates of birth, wages.
    func personalValues() throws -> Set<String> {
        let layouts = try ImportLayout.all(in: PatuhTemplates.resources).filter { $0.kind == kind.rawValue }
        let recognition = try LayoutSearch(path: input, layouts: layouts)
            .find(in: FileSurvey(path: input).formats)
        guard case .csv(let delimiter, _) = recognition.format else { return [] }
        let secret: Set = [
            "nik", "worker_nik", "name", "birth_date", "wage", "amount", "npwp", "nib", "npp", "entity_code",
        ]
        var values: Set<String> = []
        for record in try CSVFile(Array(text.utf8), delimiter: delimiter).records {
            for (column, position) in zip(recognition.layout.columns, recognition.positions)
            where secret.contains(column.to) && position < record.count && record[position].count > 4 {
                values.insert(record[position])
            }
        }
        let headings = recognition.layout.columns.map(\.heading.text)
        return values.subtracting(headings + headings.map { $0.uppercased() })
    }
}
