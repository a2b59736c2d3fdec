#if canImport(Glibc)
    import Glibc
#endif

/// Reads a file in chunks: byte by byte, or what is at hand at once.
///
/// UTF-16 is handed out as UTF-8.
final class FileReader {
    private let descriptor: Int32
    private let chunk: UnsafeMutableRawBufferPointer
    private var position = 0
    private var limit = 0
    /// Bytes of the file before the chunk at hand, and in it.
    private var bytesBefore = 0
    private var bytesAtHand = 0
    private var decoder: UTF16Text?
    /// The bytes of the file, when they are not what is handed out.
    private let source: UnsafeMutableRawBufferPointer
    private let size: Int
    let path: String

    /// Opens a file.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    init(path: String, encoding: TextEncoding = .utf8, chunkSize: Int = 256 * 1024) throws {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        let reason = errno
        var facts = stat()
        let isFolder = fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
        size = Int(facts.st_size)
        if case .utf16(let isBigEndian) = encoding {
            decoder = UTF16Text(isBigEndian: isBigEndian)
            source = .allocate(byteCount: chunkSize, alignment: 16)
            chunk = .allocate(byteCount: UTF16Text.room(for: chunkSize), alignment: 16)
        } else {
            chunk = .allocate(byteCount: chunkSize, alignment: 16)
            source = chunk
        }
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
        if decoder != nil { source.deallocate() }
    }

    /// How much of the file has been handed out, 0 to 1.
    var share: Double {
        let handedOut = limit > 0 ? Double(bytesAtHand) * Double(position) / Double(limit) : 0
        return size > 0 ? min(1, (Double(bytesBefore) + handedOut) / Double(size)) : 0
    }

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
        bytesBefore += bytesAtHand
        position = 0
        repeat {
            bytesAtHand = try readSource()
            let bytes = UnsafeRawBufferPointer(rebasing: source[..<bytesAtHand])
            limit = decoder?.decode(bytes, into: chunk) ?? bytesAtHand
            // A piece of a single byte gives nothing yet.
        } while limit == 0 && bytesAtHand > 0
        if bytesAtHand == 0, let left = try lastOfText() { limit = left }
        return limit > 0
    }

    /// What is left of a text that has ended, in the chunk; nil when nothing is recoded.
    private func lastOfText() throws -> Int? {
        guard decoder?.isCutOff != true else {
            throw Fault(
                .csvMalformed, "\(path) ends in the middle of a character: it has been cut off.",
                hint: "Copy or export the file again.")
        }
        return decoder?.finish(into: chunk)
    }

    private func readSource() throws -> Int {
        let count = Glibc.read(descriptor, source.baseAddress, source.count)
        guard count >= 0 else {
            throw Fault(
                .fileUnreadable, "Reading \(path) failed: \(String(cString: strerror(errno))).",
                hint: "Check the disk or network folder and try again.")
        }
        return count
    }
}
