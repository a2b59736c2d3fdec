import ArgumentParser
import Postgres
import Register
import Reporting

/// `patuh report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Reports on one employer or on the branch.",
        subcommands: [ReportEmployer.self, ReportBranch.self])
}

/// `patuh report employer`.
struct ReportEmployer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "employer",
        abstract: "One employer: identity, findings, bills and payments, examinations, letters.",
        discussion: """
            patuh report employer 01234567
            patuh report employer 01234567 --format pdf -o employer.pdf
            """)

    @Argument(help: ArgumentHelp("Kode badan usaha, WLKP number, NPP, NIB or NPWP.", valueName: "code"))
    var code: String

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("employer", connection, output).write { session in
            let office = try Office.find(office.office, in: session)
            return try .audited(office, business: try Business.find(code, of: office, in: session), in: session)
        }
    }
}

/// `patuh report branch`.
struct ReportBranch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "branch",
        abstract: "The branch: violations, sizes, regencies, employers, and what could not be judged.",
        discussion: """
            patuh report branch --lang en
            patuh report branch --format csv --section employers
            """)

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("branch", connection, output).write { session in
            try .audited(try Office.find(office.office, in: session), in: session)
        }
    }
}

/// `patuh coverage`.
struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Published coverage figures, recomputed from their own counts.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("coverage", connection, output).write { _ in nil }
    }
}

/// `patuh import list`.
struct ImportList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List imported batches.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("imports", connection, output).write(for: office)
    }
}

/// `patuh journal`.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Every act that changed something: who, when, why.",
        subcommands: [JournalList.self], defaultSubcommand: JournalList.self)
}

/// `patuh journal list`.
struct JournalList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the entries of the journal.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await StandardReport("journal", connection, output).write(for: office)
    }
}
