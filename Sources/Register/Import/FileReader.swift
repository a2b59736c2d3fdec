#if canImport(Glibc)
    import Glibc
#endif

/// Reads a file in chunks: byte by byte, or what is at hand at once.
final class FileReader {
    private let descriptor: Int32
    private let chunk: UnsafeMutableRawBufferPointer
    private var position = 0
    private var limit = 0
    private var bytesRead = 0
    private let size: Int
    let path: String

    /// Opens a file.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    init(path: String, chunkSize: Int = 256 * 1024) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        let reason = errno
        var facts = stat()
        let isFolder = fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
        size = Int(facts.st_size)
        chunk = .allocate(byteCount: chunkSize, alignment: 16)
        guard descriptor >= 0 else {
            throw Fault(
                .fileUnreadable, "The file \(path) cannot be read: \(String(cString: strerror(reason))).",
                hint: "Check the name and the rights of the file.")
        }
        if isFolder {
            throw Fault(.fileUnreadable, "\(path) is a folder.", hint: "Name the files in it, such as \(path)/*.csv.")
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        chunk.deallocate()
    }

    /// How much of the file has been handed out, 0 to 1.
    var share: Double { size > 0 ? min(1, Double(bytesRead - limit + position) / Double(size)) : 0 }

    /// The byte that comes next, or nil at the end.
    @inline(__always)
    func peek() throws -> UInt8? {
        if position == limit, try !refill() { return nil }
        return chunk[position]
    }

    /// Goes on to the byte after the one that was looked at.
    @inline(__always)
    func advance() {
        position += 1
    }

    /// Hands out what is at hand of the file, and goes on by as many bytes as `body` says.
    ///
    /// After a ``peek()`` that found something this is at least one byte.
    @inline(__always)
    func takeAtHand(_ body: (UnsafeRawBufferPointer) -> Int) {
        position += body(UnsafeRawBufferPointer(rebasing: chunk[position..<limit]))
    }

    /// Skips a UTF-8 byte order mark at the start of the file.
    func skipByteOrderMark() throws {
        if limit == 0 { _ = try refill() }
        if limit >= 3, chunk[0] == 0xEF, chunk[1] == 0xBB, chunk[2] == 0xBF { position = 3 }
    }

    /// Hands out the rest of the file in chunks.
    func forEachChunk(_ body: (UnsafeRawBufferPointer) -> Void) throws {
        while try refill() { body(UnsafeRawBufferPointer(rebasing: chunk[..<limit])) }
    }

    private func refill() throws -> Bool {
        let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
        guard count >= 0 else {
            throw Fault(
                .fileUnreadable, "Reading \(path) failed: \(String(cString: strerror(errno))).",
                hint: "Check the disk or network folder and try again.")
        }
        position = 0
        limit = count
        bytesRead += count
        return count > 0
    }
}
