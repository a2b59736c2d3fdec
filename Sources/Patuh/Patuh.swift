import ArgumentParser
import Register

/// The command `patuh`.
@main
struct Patuh: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patuh",
        abstract: "Find employers who break their JKN duties, plan joint inspections, print the letters.",
        discussion: """
            A first round, on an invented branch:

              patuh sample generate --seed 1 --businesses 60 --province 61 -o branch
              patuh import offices branch/kantor.csv
              patuh import jkn-businesses --as-of 2026-10-31 branch/jkn_badan_usaha.csv
              patuh audit run --as-of 2026-10-31
              patuh finding list

            Data goes to standard output, everything else to standard error.
            Without --dbname, DATABASE_URL or PG* variables a private PostgreSQL is started.
            Topics: patuh help-topic exit-codes | environment | formats
            """,
        version: Version.current,
        subcommands: [
            DatabaseCommand.self, SampleCommand.self, ImportCommand.self, AuditCommand.self, FindingCommand.self,
            InspectionCommand.self, LetterCommand.self, ReportCommand.self, CoverageCommand.self,
            JournalCommand.self, StatusCommand.self, HelpTopicCommand.self,
        ]
    )

    static func main() async {
        await Program.run()
    }
}
