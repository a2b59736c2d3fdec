import CExpat

/// Reads an XML part of a workbook chunk by chunk and passes its events on.
///
/// Documents with a DTD are refused: entities can be made to expand without end, and workbooks have none. Extensions
/// (`extLst`) are passed over: their elements bear the names of others and mean something else.
final class XMLStream {
    private let part: ArchivePart
    private let handler: any XMLHandler
    private let parser: XML_Parser
    private var failure: Fault?
    private var depth = 0
    /// How deep the extension stands that is being read.
    private var extensionDepth: Int?
    private var silentChunks = 0
    private var isFinished = false

    init(_ part: ArchivePart, handler: any XMLHandler) throws {
        guard let parser = XML_ParserCreate(nil) else { throw part.archive.file.refused("memory is short") }
        self.part = part
        self.handler = handler
        self.parser = parser
        connect()
    }

    deinit {
        XML_ParserFree(parser)
    }

    /// How much of the part has been read, 0 to 1, as far as the directory gives its size right.
    var share: Double { part.share }

    /// Reads the whole part.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    func run() throws {
        while try feed() {}
    }

    /// Reads one chunk; false when the part has ended.
    ///
    /// - Throws: ``Fault`` with `spreadsheetMalformed` or `spreadsheetRefused`.
    func feed() throws -> Bool {
        guard !isFinished else { return false }
        guard let buffer = XML_GetBuffer(parser, Int32(SpreadsheetLimits.chunk)) else {
            throw part.archive.file.refused("memory is short")
        }
        let count = try part.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: SpreadsheetLimits.chunk))
        isFinished = count == 0
        if handler.isDone { return !isFinished }
        silentChunks += 1
        let status = XML_ParseBuffer(parser, Int32(count), isFinished ? 1 : 0)
        if let failure { throw failure }
        if status != XML_STATUS_OK, !handler.isDone { throw notWellFormed() }
        guard silentChunks <= SpreadsheetLimits.silentChunks else {
            throw part.archive.file.refused("the part \(part.name) has a tag or comment that is far too long")
        }
        return !isFinished
    }

    private func connect() {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let stream = XMLStream.from(context), let name else { return }
                stream.start(XMLName(name), XMLAttributes(attributes))
            },
            { context, name in
                guard let stream = XMLStream.from(context), let name else { return }
                stream.end(XMLName(name))
            })
        XML_SetCharacterDataHandler(parser) { context, bytes, count in
            guard let stream = XMLStream.from(context), let bytes else { return }
            stream.text(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let stream = XMLStream.from(context) else { return }
            stream.pass { () throws(Fault) in
                throw stream.part.archive.file.refused("the part \(stream.part.name) declares a document type")
            }
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLStream? {
        context.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        pass { () throws(Fault) in
            guard depth <= SpreadsheetLimits.depth else {
                throw part.archive.file.refused("the part \(part.name) nests its elements too deeply")
            }
            if extensionDepth == nil, "extLst" ~= name { extensionDepth = depth }
            guard extensionDepth == nil else { return }
            try handler.start(name, attributes)
        }
    }

    private func end(_ name: XMLName) {
        defer {
            if extensionDepth == depth { extensionDepth = nil }
            depth -= 1
        }
        pass { () throws(Fault) in
            guard extensionDepth == nil else { return }
            try handler.end(name)
        }
    }

    private func text(_ bytes: UnsafeRawBufferPointer) {
        pass { () throws(Fault) in
            guard extensionDepth == nil else { return }
            try handler.text(bytes)
        }
    }

    /// Errors cannot pass through the C parser: it is stopped, and ``feed()`` throws them.
    private func pass(_ event: () throws(Fault) -> Void) {
        silentChunks = 0
        guard failure == nil else { return }
        do throws(Fault) {
            try event()
        } catch {
            failure = error
            XML_StopParser(parser, XML_Bool(XML_FALSE))
        }
    }

    private func notWellFormed() -> Fault {
        let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not well-formed"
        return part.archive.file.malformed(
            "the part \(part.name) is not XML that can be read (line \(XML_GetCurrentLineNumber(parser)): \(reason))")
    }
}
