import ArgumentParser
import Postgres
import Register

/// `patuh worker add`.
struct WorkerAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record that somebody works for an employer, as seen in the field or told by phone.",
        discussion: """
            patuh worker add --employer W-0117 --nik 6171014101909001 --name "Ani Contoh" --wage 3500000 \\
              --as-of 2026-10-31 --source "pay slip shown"

            It adds to the employer's worker list of that month and replaces nobody on it.
            """)

    @Option(help: ArgumentHelp("Any number of the employer.", valueName: "code"))
    var employer: String

    @Option(help: ArgumentHelp("NIK; without it the birth date is needed.", valueName: "number"))
    var nik: String?

    @Option(help: ArgumentHelp("Name.", valueName: "text"))
    var name: String

    @Option(help: ArgumentHelp("Date of birth.", valueName: "yyyy-mm-dd"))
    var born: DayArgument?

    @Option(help: ArgumentHelp("L or P.", valueName: "sex"))
    var sex: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Monthly wage in rupiah: basic wage and fixed allowances.", valueName: "rupiah"))
    var wage: String?

    @Option(help: ArgumentHelp("First day of work.", valueName: "yyyy-mm-dd"))
    var hiredOn: DayArgument?

    @Option(help: ArgumentHelp("Day on which the employment ended.", valueName: "yyyy-mm-dd"))
    var leftOn: DayArgument?

    @Option(help: ArgumentHelp("tetap, kontrak or paruh waktu.", valueName: "status"))
    var status: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Contribution withheld from the wage in rupiah.", valueName: "rupiah"))
    var deducted: String?

    @Option(help: ArgumentHelp("Day it speaks of.", valueName: "yyyy-mm-dd"))
    var asOf: DayArgument

    @OptionGroup var options: EntryOptions

    func run() async throws {
        let fields: [(heading: String, value: String?)] = [
            ("NIK", nik ?? ""), ("Nama", name), ("Jenis Perubahan", leftOn == nil ? "BARU" : "KELUAR"),
            ("Tanggal Lahir", born?.date.description), ("Jenis Kelamin", sex), ("Upah", wage),
            ("Mulai Bekerja", hiredOn?.date.description), ("Selesai Bekerja", leftOn?.date.description),
            ("Status Pegawai", status?.uppercased()), ("Potongan Iuran JKN", deducted),
        ]
        let entry = Entry(
            .workers, layout: "entri_pekerja", source: options.source.source, asOf: asOf.date, employer: employer,
            fields: fields)
        try await options.record { _ in entry }
    }
}
