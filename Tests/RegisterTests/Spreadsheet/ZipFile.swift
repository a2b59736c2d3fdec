import CZip

/// Makes zip files out of parts in memory.
enum ZipFile {
    struct Failure: Error {}

    static func write(_ parts: [(name: String, bytes: [UInt8])], to path: String, deflated: Bool = true) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, Int32(ZIP_CREATE | ZIP_TRUNCATE), &code) else { throw Failure() }
        var buffers: [UnsafeMutableRawBufferPointer] = []
        defer { buffers.forEach { $0.deallocate() } }
        for (name, bytes) in parts {
            // The library reads the bytes only when the archive is closed.
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
            buffer.copyBytes(from: bytes)
            buffers.append(buffer)
            guard let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(bytes.count), 0) else {
                throw Failure()
            }
            let index = zip_file_add(archive, name, source, 0)
            guard index >= 0 else { throw Failure() }
            zip_set_file_compression(archive, zip_uint64_t(index), deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 1)
        }
        guard zip_close(archive) == 0 else { throw Failure() }
    }
}
