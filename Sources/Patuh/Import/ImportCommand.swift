public import ArgumentParser
public import Register

extension ImportKind: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}

/// `patuh import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take files of the office into the register: all rows or none.",
        usage: """
            patuh import <kind> <file> ... [<options>]
            patuh import list [<options>]
            patuh import show <batch> [<options>]
            patuh import undo <batch> --reason <text> [<options>]
            """,
        discussion: """
            patuh import offices kantor.csv
            patuh import jkn-businesses --as-of 2026-10-31 badan_usaha.csv
            patuh import bpjstk-wages upah_*.csv
            patuh import workers --employer 00397672 --as-of 2026-10-31 gaji.csv
            patuh import payments --dry-run pembayaran.csv
            patuh import bills --replaces 12 tagihan_benar.csv
            unzip -p kiriman.zip | patuh import jkn-members --as-of 2026-10-31 -

            Kinds, in the order an office imports them:

            \(kinds)

            Columns are recognised by their headings. A file with wrong rows is refused
            as a whole; the rows come back in FILE.rejects.csv with their reasons.
            A corrected file replaces what an earlier one said and says what changed.
            All options: patuh import files --help
            """,
        subcommands: [ImportFiles.self, ImportList.self, ImportShow.self, ImportUndo.self],
        defaultSubcommand: ImportFiles.self)

    private static let kinds = [
        "offices         BPJS Kesehatan branches and labour offices",
        "officers        examiners and labour inspectors",
        "absences        days on which officers cannot inspect",
        "jkn-businesses  registered employers (BPJS Kesehatan)",
        "wlkp            the labour office's company list",
        "businesses      employers from other lists (OSS, PTSP, associations)",
        "jkn-members     JKN members by employer",
        "segments        JKN participants by segment (PBI, PBPU …), with or without an employer",
        "bpjstk-wages    SIPP wage files of BPJS Ketenagakerjaan",
        "workers         an employer's own list: payroll, HR export, JKN registration or mutation form",
        "headcounts      workers and wages in sum, where nobody is named",
        "bills           monthly contribution bills",
        "payments        contribution payments",
    ].map { "  \($0)" }.joined(separator: "\n")
}
