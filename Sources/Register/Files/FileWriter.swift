/// Writes a file in pieces; it appears under its name only when it is complete, readable by its owner alone.
public final class FileWriter {
    private let target: String
    private let file: UnfinishedFile
    private var buffer: [UInt8] = []

    /// Opens a new file beside the target.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public init(_ target: String) throws {
        self.target = target
        file = try UnfinishedFile(beside: target)
    }

    /// Writes bytes behind those before.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= 64 * 1024 { try flush() }
    }

    /// Writes what is left and gives the file its name.
    ///
    /// - Throws: ``Fault`` with `fileUnreadable`.
    public func finish() throws {
        try flush()
        try file.place()
    }

    /// Writes what is left and gives the file its name, with a number where a file of other contents has it.
    func finishBesideOthers() throws -> String {
        try flush()
        return try file.placeBesideOthers()
    }

    private func flush() throws {
        guard WholeWrite.write(buffer, to: file.descriptor) else { throw UnfinishedFile.failure(target) }
        buffer.removeAll(keepingCapacity: true)
    }
}
