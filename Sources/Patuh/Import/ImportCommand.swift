public import ArgumentParser
public import Register

extension ImportKind: ExpressibleByArgument {}

/// `patuh import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take files of the office into the register: all rows or none.",
        discussion: """
            patuh import wlkp daftar_perusahaan.csv
            patuh import jkn-members --as-of 2026-10-31 peserta.csv
            patuh import bpjstk-wages upah_*.csv
            patuh import list

            Columns are recognised by their headings. Refused rows come back in FILE.rejects.csv with their reasons.
            """,
        subcommands: [ImportFiles.self, ImportList.self],
        defaultSubcommand: ImportFiles.self)
}
