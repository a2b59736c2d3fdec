import CZip

/// One file inside a workbook, inflated piece by piece.
final class ArchivePart {
    let name: String
    /// Its inflated size as the directory gives it; not to be relied upon.
    let declared: Int
    let archive: Archive
    private let handle: OpaquePointer
    private let stored: Int
    private let limit: Int
    private var produced = 0

    init(archive: Archive, name: String, handle: OpaquePointer, stored: Int, declared: Int, limit: Int) {
        self.archive = archive
        self.name = name
        self.handle = handle
        self.stored = stored
        self.declared = declared
        self.limit = limit
    }

    deinit {
        zip_fclose(handle)
    }

    /// How much has been read, 0 to 1, as far as the declared size is right.
    var share: Double { declared > 0 ? min(1, Double(produced) / Double(declared)) : 0 }

    /// Fills a buffer as far as possible; 0 at the end, after the checksum was found right.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        let count = Int(zip_fread(handle, base, zip_uint64_t(buffer.count)))
        guard count >= 0 else {
            throw archive.file.malformed("the part \(name) is damaged (\(String(cString: zip_file_strerror(handle))))")
        }
        produced += count
        try archive.count(count)
        guard produced <= limit else { throw archive.file.refused("the part \(name) is too large") }
        guard produced <= SpreadsheetLimits.ratioFreeBytes || produced / SpreadsheetLimits.ratio <= stored else {
            throw archive.file.refused("the part \(name) grows more than \(SpreadsheetLimits.ratio)-fold when unpacked")
        }
        return count
    }
}
