#if canImport(Glibc)
    import Glibc
#endif

/// Reads a file in chunks and hands out its bytes one by one.
final class FileReader {
    private let descriptor: Int32
    private var chunk: [UInt8]
    private var position = 0
    private var limit = 0
    let path: String

    /// Opens a file.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    init(path: String, chunkSize: Int = 256 * 1024) throws {
        self.path = path
        chunk = [UInt8](repeating: 0, count: chunkSize)
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Fault(
                .fileUnreadable, "The file \(path) cannot be read: \(String(cString: strerror(errno))).",
                hint: "Check the name and the rights of the file.")
        }
        var facts = stat()
        if fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
            throw Fault(.fileUnreadable, "\(path) is a folder.", hint: "Name the files in it, such as \(path)/*.csv.")
        }
    }

    deinit {
        close(descriptor)
    }

    /// The next byte, or nil at the end.
    @inline(__always)
    func next() throws -> UInt8? {
        if position == limit, try !refill() { return nil }
        defer { position += 1 }
        return chunk[position]
    }

    /// Skips a UTF-8 byte order mark at the start of the file.
    func skipByteOrderMark() throws {
        if limit == 0 { _ = try refill() }
        if limit >= 3, chunk[0] == 0xEF, chunk[1] == 0xBB, chunk[2] == 0xBF { position = 3 }
    }

    /// Hands out the rest of the file in chunks.
    func forEachChunk(_ body: (UnsafeRawBufferPointer) -> Void) throws {
        while try refill() {
            chunk.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<limit])) }
        }
    }

    private func refill() throws -> Bool {
        let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else {
            throw Fault(
                .fileUnreadable, "Reading \(path) failed: \(String(cString: strerror(errno))).",
                hint: "Check the disk or network folder and try again.")
        }
        position = 0
        limit = count
        return count > 0
    }
}
