import ArgumentParser

/// Why something is done, for the journal.
struct ReasonOption: ParsableArguments {
    @Option(help: ArgumentHelp("Why, for the journal.", valueName: "text"))
    var reason: String?

    func validate() throws {
        if let reason { try TypedText.check(reason, option: "--reason", orSay: "Say why, or leave --reason out.") }
    }
}
