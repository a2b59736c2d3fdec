public import Postgres

#if canImport(Glibc)
    import Glibc
#endif

/// Who acts in a session; the journal and every event take the name from here.
public enum Actor {
    /// The name given by `PATUH_USER`, else the account of the operating system.
    public static var current: String {
        if let name = getenv("PATUH_USER"), name[0] != 0 { return String(cString: name) }
        guard let account = getpwuid(geteuid()) else { return "uid \(geteuid())" }
        return String(cString: account.pointee.pw_name)
    }

    /// Tells the session who acts, and why; the journal keeps both.
    public static func sign(_ session: Session, as name: String = current, because reason: String? = nil) throws {
        try session.execute("select set_config('patuh.actor', \(name), false)")
        try session.execute("select set_config('patuh.reason', \(reason ?? ""), false)")
    }
}
