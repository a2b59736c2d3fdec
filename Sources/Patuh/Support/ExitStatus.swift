import ArgumentParser

/// The exit codes of `patuh`: a public contract, in one place.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case failure = 1
    case findings = 3
    case nothingMatched = 4
    case database = 5
    case rowsRejected = 6
    case usage = 64
    case interrupted = 130

    /// What `patuh help-topic exit-codes` says of it.
    var meaning: String {
        switch self {
        case .done: "done"
        case .failure: "failed; what was under way was rolled back"
        case .findings: "done, with findings at or above --fail-on, or a comparison that differs"
        case .nothingMatched: "nothing matched: no such office, employer, import, audit, finding, plan or letter"
        case .database: "the database cannot be reached, or does not fit this version of Patuh"
        case .rowsRejected: "rows of a file were refused; without --accept-valid none of its rows was taken"
        case .usage: "the command line was wrong; nothing was done"
        case .interrupted: "interrupted by Ctrl-C; what was under way was rolled back"
        }
    }

    /// Ends the command with this status and no message.
    var exit: ExitCode { ExitCode(rawValue) }
}
