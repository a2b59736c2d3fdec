/// The attributes of an element, as they lie in the parser's memory.
struct XMLAttributes: Sequence, IteratorProtocol {
    private var rest: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ start: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        rest = start
    }

    mutating func next() -> (name: XMLName, value: UnsafePointer<CChar>)? {
        guard let pair = rest, let name = pair[0], let value = pair[1] else { return nil }
        rest = pair + 2
        return (XMLName(name), value)
    }

    /// The value of an attribute as text.
    subscript(_ wanted: StaticString) -> String? {
        for (name, value) in self where wanted ~= name { return String(cString: value) }
        return nil
    }
}
