import ArgumentParser

/// Where something entered by hand comes from.
struct SourceOption: ParsableArguments {
    @Option(help: ArgumentHelp("Who said so, when and how: \"phone, HR of the firm, 3 Nov\".", valueName: "text"))
    var source: String

    func validate() throws {
        try TypedText.check(source, option: "--source", orSay: "Say where it comes from: --source TEXT")
    }
}
