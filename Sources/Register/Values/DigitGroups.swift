/// Two or three groups of one to four digits with a separator between them, as most dates and months are written.
///
/// Reading them needs no memory of its own, which millions of rows feel; ``DateParts`` reads what is written otherwise.
struct DigitGroups {
    typealias Group = (number: Int, length: Int)

    private(set) var first: Group = (0, 0)
    private(set) var second: Group = (0, 0)
    /// Without digits when there are only two groups.
    private(set) var third: Group = (0, 0)

    /// Reads digits between `-`, `/` and `.`; nil for anything else.
    init?(_ bytes: some Collection<UInt8>) {
        var groups = 0
        var open: Group = (0, 0)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                open = (open.number * 10 + Int(byte - 48), open.length + 1)
                guard open.length <= 4 else { return nil }
            case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
                guard open.length > 0, groups < 2 else { return nil }
                if groups == 0 { first = open } else { second = open }
                groups += 1
                open = (0, 0)
            default: return nil
            }
        }
        guard open.length > 0, groups > 0 else { return nil }
        if groups == 1 { second = open } else { third = open }
    }
}
