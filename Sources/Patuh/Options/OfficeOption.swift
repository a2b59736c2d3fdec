import ArgumentParser

/// Which office a command works for.
struct OfficeOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("Code of the BPJS branch to work for; needed when there are several.", valueName: "code"))
    var office: String?
}
