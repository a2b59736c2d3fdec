import ArgumentParser

/// Why something is done, for the journal.
struct ReasonOption: ParsableArguments {
    @Option(help: ArgumentHelp("Why, for the journal.", valueName: "text"))
    var reason: String?
}
