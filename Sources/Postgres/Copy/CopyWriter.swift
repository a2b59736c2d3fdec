import CPostgreSQL

/// Writes rows in PostgreSQL's binary COPY format.
///
/// After `row(n)` exactly n fields follow, each of the type its column has: `int64` for a `bigint` and so on. Fields go
/// into one buffer that is sent about every 64 KiB. When the connection breaks or the task is cancelled the writer takes
/// further rows without sending them, and the COPY fails at its end; `isStopped` lets a long loop end early.
public struct CopyWriter: ~Copyable {
    private static let chunk = 64 << 10

    private let connection: OpaquePointer
    private let cancellation: Cancellation
    private var buffer: UnsafeMutableRawBufferPointer
    private var used = 0
    private var missingFields = 0
    private(set) var problem: PostgresError?

    /// Whether nothing more will be sent.
    public var isStopped: Bool { problem != nil }

    init(_ connection: OpaquePointer, _ cancellation: Cancellation) {
        self.connection = connection
        self.cancellation = cancellation
        buffer = .allocate(byteCount: Self.chunk + 4096, alignment: 8)
        // Signature, flags, length of the header's extension.
        for byte in [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00] as [UInt8] { put(byte) }
        put(Int32(0))
        put(Int32(0))
    }

    deinit { buffer.deallocate() }

    /// Begins a row of so many fields.
    public mutating func row(_ fields: Int) {
        checkFields()
        if used >= Self.chunk { flush() }
        missingFields = fields
        reserve(2)
        put(Int16(truncatingIfNeeded: fields))
    }

    /// Writes NULL.
    public mutating func null() {
        field(4)
        put(Int32(-1))
    }

    /// Writes a `bigint`.
    public mutating func int64(_ value: Int64) {
        field(12)
        put(Int32(8))
        put(value)
    }

    /// Writes an `integer`.
    public mutating func int32(_ value: Int32) {
        field(8)
        put(Int32(4))
        put(value)
    }

    /// Writes a `smallint`.
    public mutating func int16(_ value: Int16) {
        field(6)
        put(Int32(2))
        put(value)
    }

    /// Writes a `boolean`.
    public mutating func bool(_ value: Bool) {
        field(5)
        put(Int32(1))
        put(value ? 1 as UInt8 : 0)
    }

    /// Writes a `date`.
    public mutating func date(_ value: CalendarDate) {
        field(8)
        put(Int32(4))
        put(value.dayNumber)
    }

    /// Writes a `text`.
    public mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { text(utf8: UnsafeRawBufferPointer($0)) }
    }

    /// Writes a `text` from its UTF-8 bytes, or a `bytea`.
    public mutating func text(utf8 bytes: UnsafeRawBufferPointer) {
        field(4 + bytes.count)
        put(Int32(truncatingIfNeeded: bytes.count))
        guard let source = bytes.baseAddress else { return }
        buffer.baseAddress?.advanced(by: used).copyMemory(from: source, byteCount: bytes.count)
        used += bytes.count
    }

    /// Writes a `text` from its UTF-8 bytes, or a `bytea`.
    public mutating func text(utf8 bytes: Span<UInt8>) {
        bytes.withUnsafeBytes { text(utf8: $0) }
    }

    /// Sends the rest and the end mark.
    mutating func finish() throws(PostgresError) {
        checkFields()
        reserve(2)
        put(Int16(-1))
        flush()
        if let problem { throw problem }
    }

    private mutating func checkFields() {
        guard missingFields != 0, problem == nil else { return }
        problem = PostgresError(.copyFailed, "A row for COPY has \(missingFields) fields too few.")
    }

    private mutating func field(_ bytes: Int) {
        missingFields -= 1
        reserve(bytes)
    }

    private mutating func reserve(_ bytes: Int) {
        guard used + bytes > buffer.count else { return }
        flush()
        guard bytes > buffer.count else { return }
        buffer.deallocate()
        buffer = .allocate(byteCount: bytes, alignment: 8)
    }

    private mutating func flush() {
        defer { used = 0 }
        guard problem == nil, used > 0 else { return }
        if cancellation.isRequested {
            problem = Cancellation.error
        } else if PQputCopyData(connection, buffer.baseAddress, Int32(used)) != 1 {
            problem = PostgresError(
                .connectionLost, "The connection to the database broke during a COPY.",
                hint: "What was not committed was rolled back.",
                serverMessage: PQerrorMessage(connection).map { String(cString: $0) }
            )
        }
    }

    private mutating func put<T: FixedWidthInteger>(_ value: T) {
        buffer.storeBytes(of: value.bigEndian, toByteOffset: used, as: T.self)
        used += MemoryLayout<T>.size
    }
}
