import Foundation
import Reporting
import Testing

/// An interpreter that says when it has been started, and waits to be told to go on.
struct PausedTypesetter: Sendable {
    private let folder: String
    var python: String { folder + "/python" }

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/paused-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let script = """
            #!/bin/sh
            touch '\(folder)/started'
            while [ ! -e '\(folder)/go' ]; do sleep 0.05; done
            exec '\(try #require(Typesetting.installation).python)' "$@"
            """
        try Data(script.utf8).write(to: URL(filePath: python))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
    }

    func untilStarted() async throws {
        for _ in 0..<400 where !FileManager.default.fileExists(atPath: folder + "/started") {
            try await Task.sleep(for: .milliseconds(50))
        }
        try #require(FileManager.default.fileExists(atPath: folder + "/started"))
    }

    func goOn() throws { try Data().write(to: URL(filePath: folder + "/go")) }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
