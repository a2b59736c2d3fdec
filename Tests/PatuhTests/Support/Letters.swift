import FoundationEssentials
import Reporting
import TestSupport

/// The typesetter of this machine.
enum Letters {
    /// Nil where it is not installed; tests that print are skipped then, and say so.
    static let installation = try? TypesetterInstallation.locate(
        resources: PatuhTemplates.root + "/Reports", environment: ProcessInfo.processInfo.environment)
}
