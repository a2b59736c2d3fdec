import ArgumentParser
import Rules

/// Which findings to list by the decision that stands on them.
enum DecisionFilter: String, ExpressibleByArgument, CaseIterable {
    case contested
    case waived
    case dataCorrected = "data-corrected"
    case upheld
    case none

    /// The code of the decision in the database, or `none`.
    var code: String { FindingVerdict(argument: rawValue)?.rawValue ?? rawValue }
}
