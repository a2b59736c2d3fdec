import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// A temporary file without a name: even a killed command leaves no personal data behind.
public final class NamelessFile {
    private let descriptor: Int32

    /// Makes an empty one.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public init() throws {
        var name = Array((FileManager.default.temporaryDirectory.path + "/patuh-XXXXXX").utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw Fault(.fileUnreadable, "No temporary file could be made.", hint: "Set TMPDIR.")
        }
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Where the file can be opened as long as this object lives.
    public var path: String { "/proc/self/fd/\(descriptor)" }

    /// Writes bytes behind those before.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public func write(_ bytes: some Collection<UInt8>) throws {
        guard WholeWrite.write(Array(bytes), to: descriptor) else {
            throw Fault(.fileUnreadable, "A temporary file cannot be written.", hint: "Is the disk full?")
        }
    }
}
