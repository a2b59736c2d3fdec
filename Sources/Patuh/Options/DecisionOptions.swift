import ArgumentParser

/// What acts that need a reason have in common.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Why, for the record.", valueName: "text"))
    var reason: String

    @Flag(name: [.customShort("n"), .long], help: "Check it and say what would be done; change nothing.")
    var dryRun = false

    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        try TypedText.check(reason, option: "--reason", orSay: "Say why: --reason TEXT")
    }
}
