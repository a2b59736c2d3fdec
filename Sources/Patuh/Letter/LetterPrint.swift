import ArgumentParser
import Postgres
import Register
import Reporting

/// `patuh letter print`.
struct LetterPrint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print", abstract: "Write issued letters as PDF files: the stored bytes, the same every time.",
        discussion: """
            patuh letter print -o letters
            patuh letter print 1/SPPK/IV-02/1126 -o letters
            """)

    @Argument(help: ArgumentHelp("Numbers of letters as issued; without any, all of the office.", valueName: "number"))
    var numbers: [String] = []

    @Option(name: [.short, .long], help: ArgumentHelp("Folder for the files; made when missing.", valueName: "folder"))
    var output: String

    @OptionGroup var office: OfficeOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let count = try await Workspace.open(connection) { workspace in
            try await workspace.database.run { session in
                let office = try Office.find(office.office, in: session)
                var count = 0
                try LetterArchive.forEach(numbers, office: office, session: session) { letter in
                    try AtomicFile.write(letter.pdf, to: "\(output)/\(letter.fileName)")
                    count += 1
                }
                return count
            }
        }
        guard count > 0 else {
            throw Fault(
                .letterUnknown, "The office has issued no letters yet.",
                hint: "Issue them: patuh letter issue visits --month YYYY-MM")
        }
        Terminal.note("\(count == 1 ? "1 letter" : "\(count) letters") in \(output)")
    }
}
