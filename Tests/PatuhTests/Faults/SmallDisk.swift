import FoundationEssentials
import Glibc
import Testing

/// A disk in memory that is soon full.
struct SmallDisk {
    let folder: String

    /// Only the superuser of a machine, and not of every container, may mount.
    static let canBeMounted: Bool = {
        var name = Array("/tmp/patuh-disk-XXXXXX".utf8CString)
        guard let folder = mkdtemp(&name).map({ String(cString: $0) }) else { return false }
        defer { rmdir(folder) }
        guard mount("tmpfs", folder, "tmpfs", 0, "size=64k") == 0 else { return false }
        umount2(folder, Int32(MNT_DETACH))
        return true
    }()

    /// Calls `body` with a new disk of so many kilobytes.
    static func with(kilobytes: Int, _ body: (SmallDisk) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            // The server's account must get in.
            chmod(folder, 0o755)
            let place = folder + "/disk"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
            try #require(mount("tmpfs", place, "tmpfs", 0, "size=\(kilobytes)k") == 0)
            defer { umount2(place, Int32(MNT_DETACH)) }
            try await body(SmallDisk(folder: place))
        }
    }

    /// Takes all the space that is left but for some kilobytes.
    func fill(leaving kilobytes: Int) {
        let file = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(file) }
        let page = [UInt8](repeating: 0, count: 4096)
        var system = statvfs()
        // Page by page: a server beside it takes and gives space meanwhile.
        while fstatvfs(file, &system) == 0,
            Int(system.f_bavail) * Int(system.f_frsize) >= kilobytes * 1024 + page.count,
            write(file, page, page.count) == page.count
        {}
    }

    /// Gives the space back.
    func makeRoom() {
        unlink(filler)
    }

    /// Files on it, but for the one that fills it.
    var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { "\(folder)/\($0)" != filler }
    }

    private var filler: String { folder + "/filler" }
}
