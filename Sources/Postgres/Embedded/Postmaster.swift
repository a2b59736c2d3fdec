import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The server process that a data folder names.
struct Postmaster {
    let pid: pid_t

    /// The process in `postmaster.pid`, if it lives and is a PostgreSQL server on this folder.
    ///
    /// After a crash the file stays, and another program may have got the number since.
    static func running(on data: String) -> Postmaster? {
        guard let text = try? String(contentsOfFile: "\(data)/postmaster.pid", encoding: .utf8),
            let line = text.split(separator: "\n").first, let pid = pid_t(line), pid > 1
        else { return nil }
        // Ours and ended already: without this it would remain as a zombie.
        var status: Int32 = 0
        waitpid(pid, &status, WNOHANG)
        guard kill(pid, 0) == 0 || errno == EPERM, isPostgres(pid, data) else { return nil }
        return Postmaster(pid: pid)
    }

    private static func isPostgres(_ pid: pid_t, _ data: String) -> Bool {
        // "123 (postgres) S …"; without /proc the number alone has to do.
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else {
            return access("/proc/self/stat", F_OK) != 0
        }
        guard let open = stat.firstIndex(of: "("), let close = stat.lastIndex(of: ")") else { return false }
        let name = stat[stat.index(after: open)..<close]
        let state = stat[close...].dropFirst(2).first
        guard name == "postgres" || name == "postmaster", state != "Z", state != "X" else { return false }
        // The server works in its data folder; not everyone may read the link.
        guard let folder = resolved("/proc/\(pid)/cwd") else { return true }
        return folder == resolved(data) ?? data
    }

    private static func resolved(_ path: String) -> String? {
        guard let text = realpath(path, nil) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }

    /// Asks for a fast shutdown: transactions are rolled back, clients disconnected, everything written.
    func shutDown() {
        kill(pid, SIGINT)
    }

    /// Whether the process is gone; the file that names it goes a moment earlier.
    func hasEnded(on data: String) -> Bool {
        var status: Int32 = 0
        waitpid(pid, &status, WNOHANG)
        return !((kill(pid, 0) == 0 || errno == EPERM) && Self.isPostgres(pid, data))
    }
}
