#if canImport(Glibc)
    import Glibc
#endif

/// Writes all of some bytes, in as many pieces as the operating system takes.
enum WholeWrite {
    /// False when not all could be written; `errno` tells why.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }
}
