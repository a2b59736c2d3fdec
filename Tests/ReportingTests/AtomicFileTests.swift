import FoundationEssentials
import Testing

@testable import Reporting

@Suite struct AtomicFileTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/atomic-\(UUID().uuidString)"

    private func inFolder(_ body: (String) throws -> Void) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder + "/letter.pdf")
    }

    @Test func writesAndReplaces() throws {
        try inFolder { path in
            try AtomicFile.write([1, 2, 3], to: path)
            try AtomicFile.write([4], to: path)
            #expect(try Array(Data(contentsOf: URL(filePath: path))) == [4])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["letter.pdf"])
        }
    }

    @Test func makesTheFolder() throws {
        try inFolder { path in
            try AtomicFile.write([7], to: folder + "/new/deep/letter.pdf")
            #expect(try Array(Data(contentsOf: URL(filePath: folder + "/new/deep/letter.pdf"))) == [7])
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func namesTheFileThatCannotBeWritten() throws {
        try inFolder { path in
            try AtomicFile.write([1], to: path)
            let error = #expect(throws: ReportingError.self) { try AtomicFile.write([1], to: path + "/x.pdf") }
            #expect(error?.code == .fileNotWritten)
            #expect(error?.message.contains("/letter.pdf/x.pdf") == true)
        }
    }
}
