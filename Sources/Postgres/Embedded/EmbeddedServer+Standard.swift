import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension EmbeddedServer {
    /// The server in the user's own folder: `PATUH_DATA`, else `/var/lib/patuh` for root, else the XDG data folder.
    public static func standard(options: Options = Options()) throws -> EmbeddedServer {
        let home = try standardHome(environment: ProcessInfo.processInfo.environment, isRoot: geteuid() == 0)
        return EmbeddedServer(home: home, options: options)
    }

    /// A server beside the standard one for what nobody needs tomorrow: quicker, for nothing waits for the disk.
    public static func throwaway() throws -> EmbeddedServer {
        var options = Options()
        options.isDurable = false
        return EmbeddedServer(home: try standard().home + "/scratch", options: options)
    }

    static func standardHome(environment: [String: String], isRoot: Bool) throws -> String {
        func path(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        if let data = path("PATUH_DATA") {
            return data.hasPrefix("/") ? data : FileManager.default.currentDirectoryPath + "/" + data
        }
        if isRoot { return "/var/lib/patuh" }
        // The XDG rules say to ignore a relative folder.
        if let data = path("XDG_DATA_HOME"), data.hasPrefix("/") { return "\(data)/patuh" }
        guard let home = path("HOME"), home.hasPrefix("/") else {
            throw PostgresError(
                .dataFolderUnusable, "There is no home folder for Patuh's data.",
                hint: "Set PATUH_DATA to a folder, or PGHOST to use a server."
            )
        }
        return "\(home)/.local/share/patuh"
    }
}
