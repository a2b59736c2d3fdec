import Postgres
import TestSupport
import Testing

@testable import Register

/// A folder of `Tests/Scenarios/imports/corrections`: a file, another one after it, and what that changed.
///
/// `case.txt` has the import kind, the date of the files where they need one, and `replaces first` for a second file
/// that is given as the replacement of the first, and `again known` when the first file says nothing new after the second.
/// `changes.txt` has what changed: code, number, rupiah.
struct CorrectionCase: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: ImportKind
    let asOf: String?
    let replacesFirst: Bool
    /// The first file, given once more, takes back what the second one said.
    let comesAgain: Bool

    static let all = Scenarios.folders("imports/corrections").map(CorrectionCase.init)

    init(_ name: String) {
        self.name = name
        var facts: [String: String] = [:]
        for line in Scenarios.text("imports/corrections/\(name)/case.txt").split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            facts[words[0]] = words[1]
        }
        guard let kind = facts["kind"].flatMap(ImportKind.init(rawValue:)) else {
            preconditionFailure("\(name)/case.txt names no import kind")
        }
        self.kind = kind
        asOf = facts["as-of"]
        replacesFirst = facts["replaces"] == "first"
        comesAgain = facts["again"] != "known"
    }

    var testDescription: String { name }

    /// What the second file changes.
    var changes: [String] {
        Scenarios.text("imports/corrections/\(name)/changes.txt").split(separator: "\n").map(String.init)
    }

    /// Imports one of the two files and returns its batch with what it changed.
    func imports(
        _ file: String, _ office: TestOffice, again: Bool = false, replacing first: Int? = nil, dryRun: Bool = false
    ) throws -> (batch: Int?, changes: [String]) {
        // The same bytes again would be recognised as the same file.
        let text = Scenarios.text("imports/corrections/\(name)/\(file).csv") + (again ? "\n" : "")
        let outcome = try office.imports(
            kind, text: text, asOf: asOf, dryRun: dryRun, replaces: replacesFirst ? first : nil)
        let changes = outcome.changes.map { "\($0.what);\($0.rows);\($0.amount.map(String.init) ?? "")" }
        switch outcome.verdict {
        case .accepted(let batch): return (batch, changes)
        case .dryRun: return (nil, changes)
        default:
            Issue.record("\(outcome.verdict): \(outcome.rejects)")
            return (nil, changes)
        }
    }
}
