import ArgumentParser

/// Where something entered by hand comes from.
struct SourceOption: ParsableArguments {
    @Option(help: ArgumentHelp("Who said so, when and how: \"phone, HR of the firm, 3 Nov\".", valueName: "text"))
    var source: String

    func validate() throws {
        guard source.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("Say where it comes from: --source TEXT")
        }
    }
}
