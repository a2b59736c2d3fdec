import ArgumentParser

/// `patuh letter`.
struct LetterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter", abstract: "Numbered letters to employers: issue, print, list.",
        subcommands: [LetterIssue.self, LetterPrint.self, LetterList.self])
}
