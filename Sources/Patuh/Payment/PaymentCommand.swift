import ArgumentParser

/// `patuh payment`.
struct PaymentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "payment", abstract: "Payments that come one at a time.", subcommands: [PaymentRecord.self])
}
