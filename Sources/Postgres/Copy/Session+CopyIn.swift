import CPostgreSQL
import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension Session {
    /// Runs `copy … from stdin (format binary)` with the rows that `body` writes, and returns their number.
    ///
    /// If `body` throws, the COPY is given up and the table stays as it was.
    @discardableResult
    public func copyIn(_ statement: String, _ body: (inout CopyWriter) throws -> Void) throws -> Int {
        try startCopy(statement, PGRES_COPY_IN)
        do {
            var writer = CopyWriter(handle.pointer, cancellation)
            try body(&writer)
            try writer.finish()
        } catch {
            abandonCopy(PGRES_COPY_IN)
            throw error
        }
        return try endCopyIn()
    }

    /// Runs `copy … from stdin` with the bytes of a file as they are, and returns the number of rows.
    @discardableResult
    public func copyInText(_ statement: String, file: String) throws -> Int {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(file) }
        defer { close(descriptor) }
        try startCopy(statement, PGRES_COPY_IN)
        do {
            try sendFile(descriptor, name: file)
        } catch {
            abandonCopy(PGRES_COPY_IN)
            throw error
        }
        return try endCopyIn()
    }

    private func sendFile(_ descriptor: Int32, name: String) throws(PostgresError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 8)
        defer { buffer.deallocate() }
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Self.unreadable(name) }
            if count == 0 { return }
            try cancellation.check()
            guard PQputCopyData(handle.pointer, buffer.baseAddress, Int32(count)) == 1 else { throw failure(nil) }
        }
    }

    private static func unreadable(_ file: String) -> PostgresError {
        PostgresError(.fileUnreadable, "Cannot read \(file): \(String(cString: strerror(errno))).")
    }

    func startCopy(_ statement: String, _ wanted: ExecStatusType) throws(PostgresError) {
        try cancellation.check()
        let result = PQexec(handle.pointer, statement)
        let status = PQresultStatus(result)
        if status == wanted {
            PQclear(result)
            return
        }
        if status == PGRES_COPY_IN || status == PGRES_COPY_OUT {
            PQclear(result)
            abandonCopy(status)
        } else {
            _ = try take(result)
        }
        throw PostgresError(.copyFailed, "A statement is not the COPY it must be.")
    }

    private func endCopyIn() throws(PostgresError) -> Int {
        guard PQputCopyEnd(handle.pointer, nil) == 1 else { throw failure(nil) }
        return try finishCopy()
    }

    /// Takes the outcome after the data; every result is read, so that the connection is free again.
    func finishCopy() throws(PostgresError) -> Int {
        var rows = 0
        var problem: PostgresError?
        while let pointer = PQgetResult(handle.pointer) {
            do {
                rows += try take(pointer).affectedRows
            } catch {
                problem = problem ?? error
            }
            if PQstatus(handle.pointer) == CONNECTION_BAD { break }
        }
        if let problem { throw problem }
        return rows
    }

    /// Breaks a COPY off, whichever way it goes.
    func abandonCopy(_ status: ExecStatusType) {
        if status == PGRES_COPY_IN {
            _ = PQputCopyEnd(handle.pointer, "given up")
        } else {
            cancelHandle?.send()
            var bytes: UnsafeMutablePointer<CChar>?
            while PQgetCopyData(handle.pointer, &bytes, 0) > 0 { PQfreemem(bytes) }
        }
        while let result = PQgetResult(handle.pointer) {
            PQclear(result)
            if PQstatus(handle.pointer) == CONNECTION_BAD { break }
        }
    }
}
