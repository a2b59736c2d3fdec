#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Where the servers of the tests keep their data.
public enum ServerFolder {
    /// In memory where there is much of it.
    ///
    /// A disk is busy for long with the thousands of files of databases that come and go. It is a short path: TMPDIR can
    /// be too long for a socket.
    public static let path: String = {
        let memory = "/dev/shm"
        var system = statvfs()
        guard statvfs(memory, &system) == 0, access(memory, W_OK) == 0,
            UInt64(system.f_bavail) * UInt64(system.f_frsize) >= 4 << 30
        else { return "/tmp" }
        return memory
    }()
}
