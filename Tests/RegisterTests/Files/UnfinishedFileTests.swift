import FoundationEssentials
import TestSupport
import Testing

@testable import Register

#if canImport(Glibc)
    import Glibc
#endif

/// Files are for their owner alone, and complete or absent; those of refused rows replace nothing.
@Suite struct UnfinishedFileTests {
    @Test func `a file is its owner's from the beginning, and gone when it is not finished`() throws {
        let folder = try TemporaryFolder()
        let target = folder.path + "/out.csv"
        var writer: FileWriter? = try FileWriter(target)
        try writer?.write([1, 2, 3])
        let part = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
        #expect(part != "out.csv")
        #expect(try mode(folder.path + "/" + part) == 0o600)
        writer = nil
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `another file of the name stays, the same one is not written twice`() throws {
        let folder = try TemporaryFolder()
        let target = folder.path + "/rows.rejects.csv"
        let names = try [[1], [1], [2], [2], [1]].map { (bytes: [UInt8]) in
            let writer = try FileWriter(target)
            try writer.write(bytes)
            return try writer.finishBesideOthers()
        }
        let second = folder.path + "/rows.rejects-2.csv"
        #expect(names == [target, target, second, second, target])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }

    @Test func `what is no file is written to as it is`() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let reader = open(pipe, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        let writer = try FileWriter(pipe)
        try writer.write([65, 66])
        try writer.finish()
        var bytes = [UInt8](repeating: 0, count: 8)
        #expect(read(reader, &bytes, 8) == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
    }

    @Test func `a file without a name can be read and leaves nothing behind`() throws {
        let file = try NamelessFile()
        try file.write([72, 105])
        #expect(FileManager.default.contents(atPath: file.path) == Data([72, 105]))
    }

    private func mode(_ path: String) throws -> mode_t {
        var status = stat()
        #expect(stat(path, &status) == 0)
        return status.st_mode & 0o777
    }
}
