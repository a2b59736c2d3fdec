import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder a sample goes into: filled beside its place, moved in when complete.
struct SampleFolder {
    let target: String
    /// Where the files are written first, on the same file system.
    let draft: String
    private let earlier: [String]

    init(_ path: String) throws {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        target = trimmed
        draft = "\(trimmed).draft-\(getpid())"
        earlier = try SampleFolder.earlierSample(in: trimmed)
        do {
            try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
        } catch {
            throw SampleError(.folder, "No folder can be made beside \(trimmed).", hint: "Check its permissions.")
        }
    }

    /// Replaces an earlier sample by the files of the draft; the last name given goes in last.
    func publish(_ names: [String]) throws {
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: target, withIntermediateDirectories: true)
            for name in earlier { try manager.removeItem(atPath: "\(target)/\(name)") }
            for name in names { try manager.moveItem(atPath: "\(draft)/\(name)", toPath: "\(target)/\(name)") }
        } catch {
            throw SampleError(.folder, "The files cannot be moved into \(target).", hint: "Check its permissions.")
        }
    }

    /// Removes the draft, if it is still there.
    func discard() {
        try? FileManager.default.removeItem(atPath: draft)
    }

    /// The files of an earlier sample; refuses a folder that holds anything else.
    private static func earlierSample(in path: String) throws -> [String] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder, let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw SampleError(.folder, "\(path) is not a folder that can be read.")
        }
        guard names.isEmpty || (names.contains(FileName.truth) && names.allSatisfy(FileName.belongsToSample)) else {
            throw SampleError(
                .folder, "\(path) holds files that are not an earlier sample.",
                hint: "Give a new folder, or empty this one yourself.")
        }
        return names.sorted()
    }
}
