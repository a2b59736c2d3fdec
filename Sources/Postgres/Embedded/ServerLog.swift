#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The file a private server writes its log to.
enum ServerLog {
    static func open(_ file: String) throws(PostgresError) -> Int32 {
        #if canImport(Glibc)
            let descriptor = Glibc.open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        #else
            let descriptor = Musl.open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        #endif
        guard descriptor >= 0 else {
            throw PostgresError(
                .dataFolderUnusable, "Cannot write \(file): \(String(cString: strerror(errno)))."
            )
        }
        return descriptor
    }

    /// The last lines, for debugging.
    static func tail(_ file: String) -> String? {
        guard let stream = fopen(file, "r") else { return nil }
        defer { fclose(stream) }
        fseek(stream, 0, SEEK_END)
        let size = ftell(stream)
        fseek(stream, max(0, size - 2000), SEEK_SET)
        var buffer = [UInt8](repeating: 0, count: 2000)
        let count = fread(&buffer, 1, buffer.count, stream)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
