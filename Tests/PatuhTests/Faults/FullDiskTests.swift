import FoundationEssentials
import Glibc
import Postgres
import TestSupport
import Testing

/// Full disks, of the server and of the user: a clear error, nothing changed, no half file, and it works with space.
@Suite(
    .serialized,
    .enabled(if: SmallDisk.canBeMounted, "no disk can be mounted: not root, or a container without the right"))
struct FullDiskTests {
    @Test func `the disk of the database is full`() async throws {
        // Of a server of its own: other tests would come upon the full disk.
        try await SmallDisk.with(kilobytes: 160 << 10) { disk in
            try await BrokenServer.with { server, test in
                let onDisk = try await onto(disk, server)
                try await TemporaryFolder.with { folder in
                    let tool = Tool(onDisk, folder: folder)
                    try await WageFile.prepare(tool)
                    let before = try await StateDigest.of(onDisk)
                    for kilobytes in [256, 512, 1024] {
                        // What the server of an ended command still holds would be free again when the disk is full.
                        try await Backends.waitUntilGone(onDisk)
                        disk.fill(leaving: kilobytes)
                        let outcome = try await tool.run(WageFile.arguments)
                        #expect(
                            outcome.exit == 1 && outcome.err.contains("The disk of the database is full."),
                            "\(kilobytes): \(outcome.exit) \(outcome.err)")
                        disk.makeRoom()
                        #expect(StateDigest.differences(try await StateDigest.of(onDisk), before) == [])
                    }
                    _ = try await tool.succeed("import", "bpjstk-wages", "upah.csv")
                }
            }
        }
    }

    @Test func `the disk for the refused rows is full`() async throws {
        try await withImported { tool, test, disk in
            let before = try await StateDigest.of(test)
            let rows = (0..<2000).map { "07/09/2026;99999999;\($0);BRI;R\($0)\n" }.joined()
            let text = "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n" + rows
            let arguments = ["import", "payments", "--accept-valid", "--rejects", disk.folder + "/tolak.csv", "-"]
            disk.fill(leaving: 16)
            let outcome = try await tool.run(arguments, input: text)
            #expect(outcome.exit == 1 && outcome.err.contains("No space left on device"), "\(outcome.err)")
            #expect(disk.files == [])
            #expect(StateDigest.differences(try await StateDigest.of(test), before) == [])
            disk.makeRoom()
            #expect(try await tool.run(arguments, input: text).exit == 6)
        }
    }

    @Test func `the disk for temporary files is full`() async throws {
        try await withImported { tool, test, disk in
            var tool = tool
            tool.environment["TMPDIR"] = disk.folder
            let before = try await StateDigest.of(test)
            disk.fill(leaving: 16)
            let input = Tool.text(SampleBranch.folder + "/tagihan.csv") + "\n"
            let outcome = try await tool.run("import", "bills", "-", input: input)
            #expect(outcome.exit == 1 && outcome.err.contains("[E-CFG-002]"), "\(outcome.err)")
            #expect(disk.files == [])
            #expect(StateDigest.differences(try await StateDigest.of(test), before) == [])
        }
    }

    @Test(arguments: ["table", "csv", "json"])
    func `the disk for a report is full`(_ format: String) async throws {
        try await withImported { tool, _, disk in
            disk.fill(leaving: 0)
            let target = "\(disk.folder)/daftar.\(format)"
            let outcome = try await tool.run(["import", "list", "--format", format, "-o", target])
            #expect(outcome.exit == 1 && outcome.err.contains("could not be written"), "\(outcome.err)")
            #expect(disk.files == [])
            disk.makeRoom()
            _ = try await tool.run(["import", "list", "--format", format, "-o", target])
            #expect(disk.files == ["daftar.\(format)"])
        }
    }

    @Test func `standard output goes to a full disk`() async throws {
        try await TestDatabase.with(PatuhTemplates.imported) { test in
            try await TemporaryFolder.with { streams in
                let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
                let process = try Tool(test).start(["import", "list"], streams: streams, output: full)
                #expect(try await process.wait(.seconds(30)) == .exited(1))
                #expect(Tool.text(streams + "/err").contains("could not be written to the end"))
            }
        }
    }

    private func withImported(_ body: (Tool, TestDatabase, SmallDisk) async throws -> Void) async throws {
        try await TestDatabase.with(PatuhTemplates.imported) { test in
            try await SmallDisk.with(kilobytes: 256) { disk in
                try await body(Tool(test, folder: SampleBranch.folder), test, disk)
            }
        }
    }

    /// Copies the database of a server onto a disk, where its tables have their files from then on.
    private func onto(_ disk: SmallDisk, _ server: BrokenServer) async throws -> TestDatabase {
        let space = disk.folder + "/tables"
        try FileManager.default.createDirectory(atPath: space, withIntermediateDirectories: false)
        if geteuid() == 0, let entry = getpwnam("postgres")?.pointee { chown(space, entry.pw_uid, entry.pw_gid) }
        let database = try await TestDatabase(on: server.embedded, name: "postgres").connect()
        try await database.run { session in
            try session.execute(SQL(unescaped: "create tablespace small location '\(space)'"))
            try session.execute("create database small template patuh tablespace small")
        }
        await database.close()
        return TestDatabase(on: server.embedded, name: "small")
    }
}
