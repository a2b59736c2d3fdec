import ArgumentParser

/// Which office a command works for.
struct OfficeOption: ParsableArguments {
    @Option(help: ArgumentHelp("Code of the office; needed when there are several branches.", valueName: "code"))
    var office: String?
}
