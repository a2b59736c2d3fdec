import Foundation
import Register
import TestSupport

/// The law as somebody has changed it.
enum ChangedLaw {
    /// A copy of the resources whose parameters may be changed.
    static func with(
        _ body: (_ folder: String, _ parameters: String) async throws -> Void
    ) async throws {
        try await TemporaryFolder.with { folder in
            try FileManager.default.createDirectory(atPath: folder + "/SQL", withIntermediateDirectories: true)
            let shipped = PatuhTemplates.resources
            for name in try FileManager.default.contentsOfDirectory(atPath: shipped.sql) where name != "parameters" {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/SQL/\(name)", withDestinationPath: "\(shipped.sql)/\(name)")
            }
            try FileManager.default.copyItem(
                atPath: shipped.sql + "/parameters", toPath: folder + "/SQL/parameters")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/Reports", withDestinationPath: shipped.reports)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/Scenarios", withDestinationPath: shipped.scenarios)
            try await body(folder, folder + "/SQL/parameters/parameters.csv")
        }
    }
}
