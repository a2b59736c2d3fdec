#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The account the server runs as; PostgreSQL refuses to run as root.
struct ServerAccount {
    let uid: uid_t
    let gid: gid_t
    let isOther: Bool

    /// Oneself, or for root `postgres` if that exists, else `nobody`.
    static func current() throws(PostgresError) -> ServerAccount {
        guard geteuid() == 0 else { return ServerAccount(uid: geteuid(), gid: getegid(), isOther: false) }
        for name in ["postgres", "nobody"] {
            if let entry = getpwnam(name)?.pointee {
                return ServerAccount(uid: entry.pw_uid, gid: entry.pw_gid, isOther: true)
            }
        }
        throw PostgresError(
            .serverStartFailed, "PostgreSQL does not run as root, and there is no account postgres or nobody.",
            hint: "Run Patuh as another user."
        )
    }

    /// What stands before a command so that it runs as this account.
    var prefix: [String] {
        isOther ? ["setpriv", "--reuid=\(uid)", "--regid=\(gid)", "--clear-groups", "--"] : []
    }

    /// Makes the account the owner of a file or folder.
    func own(_ path: String) throws(PostgresError) {
        guard isOther, lchown(path, uid, gid) != 0 else { return }
        throw PostgresError(
            .dataFolderUnusable, "Cannot hand \(path) to the server's account: \(String(cString: strerror(errno)))."
        )
    }

    /// Whether the account can pass through a folder, by its mode.
    func canTraverse(_ folder: String) -> Bool {
        var entry = stat()
        guard stat(folder, &entry) == 0 else { return true }
        let needed: mode_t = entry.st_uid == uid ? S_IXUSR : entry.st_gid == gid ? S_IXGRP : S_IXOTH
        return entry.st_mode & needed != 0
    }
}
