import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// A file under construction beside its target, for the eyes of its owner.
///
/// It gets its name when it is complete, and is gone otherwise. What is no regular file, such as `/dev/stdout`, is
/// written to as it is.
final class UnfinishedFile {
    /// Where it is written.
    let path: String
    let descriptor: Int32
    private let target: String
    private var isPlaced = false

    /// Opens a new file that nobody else has, in the folder of the target.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    init(beside target: String) throws {
        self.target = target
        var status = stat()
        if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            path = target
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
            isPlaced = true
        } else {
            var name = Array("\(target).XXXXXX".utf8CString)
            descriptor = mkstemp(&name)
            path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        }
        guard descriptor >= 0 else {
            isPlaced = true
            throw Self.failure(target)
        }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isPlaced { unlink(path) }
    }

    /// Gives the file its name; a file of that name is replaced.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    func place() throws {
        try place(as: target)
    }

    /// Gives the file its name, or one with a number (`a-2.csv`) where a file of other contents has it.
    ///
    /// - Returns: the name it got.
    /// - Throws: ``Fault`` with `fileUnreadable`.
    func placeBesideOthers() throws -> String {
        var name = target
        var number = 1
        while !isPlaced, access(name, F_OK) == 0, !FileManager.default.contentsEqual(atPath: name, andPath: path) {
            number += 1
            name = Self.numbered(target, number)
        }
        try place(as: name)
        return name
    }

    private func place(as name: String) throws {
        guard !isPlaced else { return }
        guard rename(path, name) == 0 else { throw Self.failure(name) }
        isPlaced = true
    }

    private static func numbered(_ name: String, _ number: Int) -> String {
        guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "\(name)-\(number)" }
        return "\(name[..<dot])-\(number)\(name[dot...])"
    }

    /// What the operating system said last about a file.
    static func failure(_ target: String) -> Fault {
        Fault(
            .fileUnreadable, "The file \(target) cannot be written: \(String(cString: strerror(errno))).",
            hint: "Check the rights and the space of its folder, or name another file.")
    }
}
