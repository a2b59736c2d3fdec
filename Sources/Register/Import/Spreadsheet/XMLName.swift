/// The name of an element or attribute without its prefix; which prefix a namespace has is the writer's choice.
struct XMLName {
    private let start: UnsafePointer<CChar>

    init(_ qualified: UnsafePointer<CChar>) {
        var start = qualified
        var next = qualified
        while next.pointee != 0 {
            next += 1
            if next[-1] == CChar(bitPattern: UInt8(ascii: ":")) { start = next }
        }
        self.start = start
    }

    /// Lets names stand in a `switch`, without making strings of millions of tags.
    @inline(__always)
    static func ~= (pattern: StaticString, name: XMLName) -> Bool {
        let wanted = pattern.utf8Start
        for index in 0..<pattern.utf8CodeUnitCount where name.start[index] != CChar(bitPattern: wanted[index]) {
            return false
        }
        return name.start[pattern.utf8CodeUnitCount] == 0
    }
}
