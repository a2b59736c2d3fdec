import Postgres
import Register
import Rules
import TestSupport
import Testing

/// A line of a table of `Tests/Scenarios/decisions`.
struct DecisionCase: Sendable, CustomTestStringConvertible {
    let name: String
    /// The subject of the finding, where the table names one.
    let about: String
    let steps: [String]
    /// What is in force at the end; nil for nothing.
    let expected: FindingVerdict?

    var testDescription: String { name }

    /// The lines of a file.
    static func all(_ file: String) -> [DecisionCase] {
        guard let text = try? SourceText(path: "\(PatuhTemplates.resources.scenarios)/decisions/\(file)").text else {
            preconditionFailure("\(file) cannot be read")
        }
        return text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: ";").map(String.init)
            precondition(fields.count == 3 || fields.count == 4, "\(file): \(line)")
            let decision = fields[fields.count - 1]
            precondition(decision == "none" || verdict(decision) != nil, "\(file): \(line)")
            return DecisionCase(
                name: fields[0], about: fields.count == 4 ? fields[1] : "",
                steps: fields[fields.count - 2].split(separator: " | ").map(String.init),
                expected: verdict(decision))
        }
    }

    /// The decision that a word of a table means.
    static func verdict(_ word: String) -> FindingVerdict? {
        FindingVerdict(rawValue: word.replacing("-", with: "_"))
    }
}
