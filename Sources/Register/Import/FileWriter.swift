#if canImport(Glibc)
    import Glibc
#endif

/// Writes a file in pieces; it appears under its name only when it is complete.
final class FileWriter {
    private let target: String
    private let temporary: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isFinished = false

    /// Opens a new file beside the target, readable by its owner alone.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    init(_ target: String) throws {
        self.target = target
        temporary = "\(target).\(getpid()).part"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(target) }
    }

    deinit {
        close(descriptor)
        if !isFinished { unlink(temporary) }
    }

    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= 64 * 1024 { try flush() }
    }

    /// Writes what is left and gives the file its name.
    func finish() throws {
        try flush()
        guard rename(temporary, target) == 0 else { throw Self.failure(target) }
        isFinished = true
    }

    private func flush() throws {
        var start = 0
        while start < buffer.count {
            let count = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), buffer.count - start)
            }
            guard count > 0 else { throw Self.failure(target) }
            start += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func failure(_ target: String) -> Fault {
        Fault(
            .fileUnreadable,
            "The file \(target) for the refused rows cannot be written: \(String(cString: strerror(errno))).",
            hint: "Name another one with --rejects FILE.")
    }
}
