import ArgumentParser

/// `patuh letter`.
struct LetterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Numbered letters.", subcommands: [])
}
