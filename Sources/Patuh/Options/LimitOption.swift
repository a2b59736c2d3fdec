import ArgumentParser

/// How many rows a list shows.
///
/// Numbers are taken as they are typed: -1 is no option, and is told that it is too small.
struct LimitOption: ParsableArguments {
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Show at most this many rows; totals cover all.", valueName: "n"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    }
}
