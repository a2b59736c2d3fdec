/// Takes the events of an XML document as they are read.
protocol XMLHandler: AnyObject {
    /// True when nothing more is wanted of the document; its rest is only unpacked, for the checksum.
    var isDone: Bool { get }

    /// An element begins.
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(Fault)
    /// An element ends.
    func end(_ name: XMLName) throws(Fault)
    /// Text between tags, possibly in several pieces.
    func text(_ bytes: UnsafeRawBufferPointer) throws(Fault)
}

extension XMLHandler {
    var isDone: Bool { false }

    func end(_ name: XMLName) throws(Fault) {}

    func text(_ bytes: UnsafeRawBufferPointer) throws(Fault) {}
}
