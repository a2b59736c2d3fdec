import ArgumentParser

/// `patuh inspection`.
struct InspectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspection", abstract: "Joint inspections with the labour office.",
        subcommands: [InspectionPlan.self, InspectionShow.self, InspectionRecord.self])
}
