import CZip

#if canImport(Glibc)
    import Glibc
#endif

/// The zip file that a workbook is.
final class Archive {
    let file: WorkbookFile
    private var inflated = 0
    private let handle: OpaquePointer
    private let size: Int

    /// Opens the zip file and adds up what its directory says.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    init(_ file: WorkbookFile) throws {
        self.file = file
        var code: Int32 = 0
        guard let handle = zip_open(file.path, Int32(ZIP_RDONLY), &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw file.malformed("\(String(cString: zip_error_strerror(&error))); it may have been cut off")
        }
        self.handle = handle
        var status = stat()
        size = stat(file.path, &status) == 0 ? Int(status.st_size) : 0
        try checkTotals()
    }

    deinit {
        zip_discard(handle)
    }

    /// True if the file holds such a part.
    func contains(_ part: String) -> Bool {
        locate(part) != nil
    }

    /// Opens a part for reading; the case of its name does not matter.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    func open(_ part: String, limit: Int = SpreadsheetLimits.totalBytes) throws -> ArchivePart {
        guard let index = locate(part) else { throw file.malformed("it has no part \(part)") }
        var stat = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &stat) == 0 else { throw failure() }
        guard stat.encryption_method == UInt16(ZIP_EM_NONE) else {
            throw file.malformed("it is locked with a password")
        }
        guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].map(UInt16.init).contains(stat.comp_method) else {
            throw file.malformed("the part \(part) is compressed in a way that .xlsx files do not use")
        }
        guard let opened = zip_fopen_index(handle, index, 0) else { throw failure() }
        // What the directory says of the stored size is only believed up to the size of the file.
        let stored = min(Int(clamping: stat.comp_size), size)
        return ArchivePart(
            archive: self, name: part, handle: opened, stored: stored, declared: Int(clamping: stat.size), limit: limit)
    }

    /// Takes note of bytes that a part has given.
    func count(_ bytes: Int) throws {
        inflated += bytes
        guard inflated <= SpreadsheetLimits.totalBytes else {
            throw file.refused("unpacked it is larger than \(SpreadsheetLimits.totalBytes >> 30) GiB")
        }
    }

    /// Where a part stands, also under a name in percent code or with backslashes.
    private func locate(_ part: String) -> zip_uint64_t? {
        let index = zip_name_locate(handle, part, zip_flags_t(ZIP_FL_NOCASE))
        if index >= 0 { return zip_uint64_t(index) }
        let wanted = part.lowercased()
        return (0..<zip_uint64_t(max(zip_get_num_entries(handle, 0), 0))).first { entry in
            zip_get_name(handle, entry, 0).map { PartName.plain(String(cString: $0)).lowercased() } == wanted
        }
    }

    private func checkTotals() throws {
        let count = zip_get_num_entries(handle, 0)
        guard count <= SpreadsheetLimits.parts else { throw file.refused("it consists of \(count) parts") }
        var total = 0
        for index in 0..<max(count, 0) {
            var stat = zip_stat_t()
            guard zip_stat_index(handle, zip_uint64_t(index), 0, &stat) == 0 else { throw failure() }
            total = total.addingReportingOverflow(Int(clamping: stat.size)).partialValue
            guard (0...SpreadsheetLimits.totalBytes).contains(total) else {
                throw file.refused("unpacked it is larger than \(SpreadsheetLimits.totalBytes >> 30) GiB")
            }
        }
    }

    private func failure() -> Fault {
        file.malformed(String(cString: zip_strerror(handle)))
    }
}
