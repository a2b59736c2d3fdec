/// Damages bytes in the ways that transfers, bad programs and bad intentions do.
enum Mutation {
    private static let pieces: [[UInt8]] = [
        "<row r=\"1048577\">", "<row>", "</row>", "<c r=\"XFD1\">", "<c t=\"s\"><v>4294967296</v></c>", "</c>",
        "</sheetData>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x10FFFF;", "]]>", "<![CDATA[", "<!--", "_x0000_",
        "_xD800_",
        "1E+308", "-1E-400", "99999999999999999999999999", "0.1", "\"", "\"\"", ";", "\r", "\n", "\r\n", "\u{FEFF}",
        "s=\"99999999999\"", "t=\"d\"", "t=\"inlineStr\"", "<is>", "<t>", "<rPh>", "state=\"hidden\"", "../../",
        "PK\u{1}\u{2}",
    ].map { Array($0.utf8) }

    static func apply(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            guard !bytes.isEmpty else { return }
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...64, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4: bytes.replaceSubrange(place..<end, with: repeatElement(255, count: end - place))
            case 5: bytes.removeSubrange(place...)
            case 6: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
            default:
                let other = Int.random(in: 0..<bytes.count, using: &random)
                bytes.insert(contentsOf: bytes[place..<end], at: other)
            }
        }
    }

    /// Replaces digits by others, by several or by none.
    static func applyToDigits(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let digits = bytes.indices.filter { (48...57).contains(bytes[$0]) }
            guard let place = digits.randomElement(using: &random) else { return }
            let others = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                UInt8.random(in: 48...57, using: &random)
            }
            bytes.replaceSubrange(place...place, with: others)
        }
    }
}
