import CPostgreSQL

extension Session {
    /// Runs `copy … to stdout` and calls `body` with the bytes of each row.
    public func copyOut(_ statement: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try startCopy(statement, PGRES_COPY_OUT)
        do {
            var bytes: UnsafeMutablePointer<CChar>?
            while true {
                let count = PQgetCopyData(handle.pointer, &bytes, 0)
                guard count > 0 else { break }
                defer { PQfreemem(bytes) }
                try cancellation.check()
                try body(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            }
        } catch {
            abandonCopy(PGRES_COPY_OUT)
            throw error
        }
        // The outcome tells an end from a failure.
        _ = try finishCopy()
    }
}
