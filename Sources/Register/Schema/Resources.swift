#if canImport(Glibc)
    import Glibc
#endif

/// Where the folders `SQL` and `Reports` are: data that the program reads at run time.
public struct Resources: Sendable {
    /// The folder that holds `SQL` and `Reports`.
    public let root: String

    /// Uses a folder that is known to hold `SQL` and `Reports`.
    public init(root: String) {
        self.root = root
    }

    /// The folder of the data model, the law and the rules.
    public var sql: String { root + "/SQL" }

    /// The folder of templates and texts.
    public var reports: String { root + "/Reports" }

    /// The folder of the rules' scenarios: installed beside SQL, in a checkout among the tests.
    public var scenarios: String {
        access(root + "/Scenarios", R_OK) == 0 ? root + "/Scenarios" : root + "/Tests/Scenarios"
    }

    /// Finds the resources of the running program.
    ///
    /// Looked for in this order: `PATUH_RESOURCES`, `../share/patuh` beside the program (an installed tree), and every
    /// folder above the program (a checkout).
    ///
    /// - Throws: ``Fault`` with `resourcesMissing`.
    public static func locate() throws -> Resources {
        if let folder = getenv("PATUH_RESOURCES") {
            let root = String(cString: folder)
            guard holdsResources(root) else {
                throw Fault(
                    .resourcesMissing, "PATUH_RESOURCES names \(root), which holds no SQL and Reports folders.",
                    hint: "Set it to the checkout or to PREFIX/share/patuh.")
            }
            return Resources(root: root)
        }
        let program = programPath()
        var folder = parent(of: program)
        let installed = parent(of: folder) + "/share/patuh"
        if holdsResources(installed) { return Resources(root: installed) }
        while !folder.isEmpty {
            if holdsResources(folder) { return Resources(root: folder) }
            folder = parent(of: folder)
        }
        throw Fault(
            .resourcesMissing, "The folders SQL and Reports were not found near \(program).",
            hint: "Set PATUH_RESOURCES to the checkout or to PREFIX/share/patuh.")
    }

    private static func holdsResources(_ root: String) -> Bool {
        access(root + "/SQL/migrations", R_OK) == 0 && access(root + "/Reports/text", R_OK) == 0
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// The real path of the running program, links followed.
    private static func programPath() -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
