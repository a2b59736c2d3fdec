import CPostgreSQL

/// libpq's settings for a connection, by keyword; later ones win over earlier ones.
struct ConnectionParameters: Sendable {
    private(set) var settings: [(keyword: String, value: String)] = []

    init(_ settings: [(keyword: String, value: String)]) {
        self.settings = settings
    }

    mutating func append(_ keyword: String, _ value: String) {
        settings.append((keyword, value))
    }

    /// Calls `body` with two lists that end in nil, valid only during the call.
    func withPointers<T>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?) -> T
    ) -> T {
        var bytes: [CChar] = []
        func append(_ text: String) -> Int {
            let offset = bytes.count
            bytes += text.utf8.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
            bytes.append(0)
            return offset
        }
        let offsets = settings.map { (append($0.keyword), append($0.value)) }
        return bytes.withUnsafeBufferPointer { buffer in
            let keywords = offsets.map { buffer.baseAddress?.advanced(by: $0.0) } + [nil]
            let values = offsets.map { buffer.baseAddress?.advanced(by: $0.1) } + [nil]
            return body(keywords, values)
        }
    }
}
