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
              patuh import officers branch/petugas.csv
              patuh import absences branch/absensi_petugas.csv
              patuh import jkn-businesses --as-of 2026-10-31 branch/jkn_badan_usaha.csv
              patuh import wlkp branch/wlkp.csv
              patuh import jkn-members branch/jkn_peserta.csv
              patuh import bpjstk-wages branch/bpjstk_upah_*.csv
              patuh import bills branch/tagihan.csv
              patuh import payments branch/pembayaran.csv
              patuh audit run --as-of 2026-10-31
              patuh sample compare branch/truth.csv
              patuh finding list
              patuh audit explain F-000001
              patuh inspection plan --month 2026-12 --on 2026-11-02
              patuh letter issue visits --month 2026-12 --on 2026-11-02
              patuh letter print -o letters

            Data goes to standard output, everything else to standard error.
            Without --dbname, DATABASE_URL or PG* variables a private PostgreSQL
            is set up by the first command and started when one needs it.
            More: patuh help-topic exit-codes | environment | formats
            """,
        version: Version.current,
        subcommands: [
            DatabaseCommand.self, SampleCommand.self, ImportCommand.self, BusinessCommand.self, WorkerCommand.self,
            PaymentCommand.self,
            AuditCommand.self, FindingCommand.self, InspectionCommand.self, LetterCommand.self, ReportCommand.self,
            CoverageCommand.self, RulesCommand.self,
            JournalCommand.self, StatusCommand.self, HelpTopicCommand.self,
        ]
    )

    static func main() async {
        await Program.run()
    }
}
