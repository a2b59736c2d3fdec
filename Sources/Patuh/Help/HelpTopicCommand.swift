import ArgumentParser

/// `patuh help-topic`.
struct HelpTopicCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help-topic", abstract: "Explain exit codes, environment variables or formats.")

    enum Topic: String, ExpressibleByArgument, CaseIterable {
        case exitCodes = "exit-codes"
        case environment
        case formats
    }

    @Argument(help: "What to explain.")
    var topic: Topic

    func run() throws {
        switch topic {
        case .exitCodes:
            for status in ExitStatus.allCases {
                let code = String(status.rawValue)
                try Terminal.print(code + String(repeating: " ", count: 5 - code.count) + status.meaning)
            }
        case .environment: try Terminal.print(Self.environment)
        case .formats: try Terminal.print(Self.formats)
        }
    }

    private static let environment = """
        DATABASE_URL      connection string or URI of the office's server
        PGHOST, PGPORT, PGDATABASE, PGUSER, PGSERVICE, PGPASSFILE …
                          libpq's own variables; any of the first three or PGSERVICE chooses that server
        PATUH_DATA        folder of the private PostgreSQL (default: /var/lib/patuh for root, else the XDG data folder)
        PATUH_DATABASE    database on the private PostgreSQL (default: patuh)
        PATUH_PG_BIN      folder of PostgreSQL's server programs
        PATUH_PYTHON      Python that has the packages of Reports/typesetter/requirements.txt
        PATUH_RESOURCES   folder that holds SQL and Reports
        PATUH_TODAY       day (yyyy-mm-dd) that is taken for today, for demonstrations (default: the clock)
        PATUH_USER        who acts, for the journal (default: the account of the operating system)
        PATUH_DEBUG       file that receives the server's full error messages; they may hold values of rows
        NO_COLOR, FORCE_COLOR, TERM
                          styles in tables
        """

    private static let formats = """
        table   aligned columns for the terminal
        csv     RFC 4180, one section (--section), formulas neutralised
        json    one object with all sections; whole rupiah as numbers, ISO dates
        jsonl   one object per row of every section
        pdf     printed pages (needs the typesetter: make setup)
        """
}
