import ArgumentParser

/// How many rows a list shows.
struct LimitOption: ParsableArguments {
    @Option(help: ArgumentHelp("Show at most this many rows; totals cover all.", valueName: "n"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    }
}
