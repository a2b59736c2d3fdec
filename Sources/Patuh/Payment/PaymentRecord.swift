import ArgumentParser
import Postgres
import Register

/// `patuh payment record`.
struct PaymentRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record one payment, such as a transfer slip that an employer shows.",
        discussion: """
            patuh payment record --employer 01483995 --amount 1250000 --on 2026-11-03 --bank BRI \\
              --reference TRX-0042 --source "slip shown at the branch"

            The list of payments does not become complete up to that day: arrears are judged as before,
            with this payment counted.
            """)

    @Option(help: ArgumentHelp("Any number of the employer.", valueName: "code"))
    var employer: String

    @Option(parsing: .unconditional, help: ArgumentHelp("Amount in rupiah.", valueName: "rupiah"))
    var amount: String

    @Option(help: ArgumentHelp("Day of payment.", valueName: "yyyy-mm-dd"))
    var on: DayArgument

    @Option(help: ArgumentHelp("Bank.", valueName: "text"))
    var bank: String

    @Option(help: ArgumentHelp("The bank's reference.", valueName: "text"))
    var reference: String

    @OptionGroup var options: EntryOptions

    func run() async throws {
        let entry = Entry(
            .payments, layout: "entri_pembayaran", source: options.source.source, employer: employer,
            fields: [
                ("Tanggal Bayar", on.date.description), ("Jumlah", amount), ("Bank", bank), ("Referensi", reference),
            ])
        try await options.record { _ in entry }
    }
}
