#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One file of the sample, written through a buffer.
final class CSVWriter {
    let name: String
    private(set) var rows = 0
    private let separator: UInt8
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var rowStarted = false
    private static let limit = 1 << 17

    init(name: String, folder: String, header: String, preamble: [String] = [], separator: UInt8 = UInt8(ascii: ";"))
        throws
    {
        self.name = name
        self.separator = separator
        descriptor = open("\(folder)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CSVWriter.failure(name) }
        buffer.reserveCapacity(CSVWriter.limit + 4_096)
        for line in preamble + [header] {
            raw(line)
            buffer.append(UInt8(ascii: "\n"))
        }
    }

    deinit {
        _ = close(descriptor)
    }

    /// Adds a field, quoted when it must be.
    func text(_ value: String) {
        separate()
        if value.utf8.contains(where: { $0 == separator || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") }) {
            buffer.append(UInt8(ascii: "\""))
            for byte in value.utf8 {
                if byte == UInt8(ascii: "\"") { buffer.append(byte) }
                buffer.append(byte)
            }
            buffer.append(UInt8(ascii: "\""))
        } else {
            buffer.append(contentsOf: value.utf8)
        }
    }

    /// Adds empty fields.
    func empty(_ count: Int = 1) {
        for _ in 0..<count { separate() }
    }

    func number(_ value: Int, width: Int = 0) {
        separate()
        buffer.append(decimal: value, width: width)
    }

    /// Adds a date as `dd/mm/yyyy`, or with another mark between the parts.
    func date(_ date: CivilDate, _ mark: Unicode.Scalar = "/") {
        separate()
        buffer.append(day: date, mark: UInt8(ascii: mark))
    }

    /// Adds bytes as they are, separators and all.
    func raw(_ bytes: [UInt8]) {
        buffer.append(contentsOf: bytes)
    }

    func raw(_ text: String) {
        buffer.append(contentsOf: text.utf8)
    }

    func raw(_ value: Int) {
        buffer.append(decimal: value, width: 0)
    }

    func endRow() throws {
        buffer.append(UInt8(ascii: "\n"))
        rows += 1
        rowStarted = false
        if buffer.count >= CSVWriter.limit { try flush() }
    }

    /// Writes what is still buffered.
    func flush() throws {
        var offset = 0
        while offset < buffer.count {
            let written = buffer.withUnsafeBytes { bytes in
                writeBytes(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw CSVWriter.failure(name) }
            offset += written
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func separate() {
        if rowStarted { buffer.append(separator) }
        rowStarted = true
    }

    private static func failure(_ name: String) -> SampleError {
        SampleError(.write, "\(name) cannot be written: \(String(cString: strerror(errno))).")
    }
}

/// The system's `write`, which the class's own methods of that name would hide.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
