/// A statement as libpq takes it: text with numbered parameters, and values as C strings.
struct RenderedSQL {
    private(set) var text = ""
    private(set) var count = 0
    /// All values, each ended by a zero byte; one buffer instead of an allocation per value.
    private var bytes: [CChar] = []
    private var offsets: [Int?] = []

    /// The protocol counts parameters in 16 bits.
    static let mostParameters = 65_535

    init(_ sql: SQL) throws(PostgresError) {
        for piece in sql.pieces {
            switch piece {
            case .text(let part):
                text += part
            case .bind(let value):
                count += 1
                text += "$\(count)"
                try append(value)
            }
        }
        guard count <= Self.mostParameters else {
            throw PostgresError(.encoding, "A statement has \(count) values; PostgreSQL takes \(Self.mostParameters).")
        }
        guard !text.utf8.contains(0) else {
            throw PostgresError(.encoding, "A statement holds a zero byte.")
        }
    }

    private mutating func append(_ value: String?) throws(PostgresError) {
        guard let value else {
            offsets.append(nil)
            return
        }
        offsets.append(bytes.count)
        for byte in value.utf8 {
            // libpq would silently end the value here.
            guard byte != 0 else {
                throw PostgresError(.encoding, "A value holds a zero byte, which PostgreSQL cannot store.")
            }
            bytes.append(CChar(bitPattern: byte))
        }
        bytes.append(0)
    }

    /// Calls `body` with pointers that are valid only during the call.
    func withPointers<T>(_ body: (UnsafePointer<CChar>, [UnsafePointer<CChar>?]) -> T) -> T {
        bytes.withUnsafeBufferPointer { buffer in
            let values = offsets.map { offset in offset.flatMap { buffer.baseAddress?.advanced(by: $0) } }
            return text.withCString { body($0, values) }
        }
    }
}
