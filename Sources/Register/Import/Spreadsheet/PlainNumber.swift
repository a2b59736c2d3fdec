/// Reads the numbers of cells, such as `6.1710145079E+15`, and writes them in plain digits.
///
/// Numbers are kept in decimal digits throughout, so that nothing is rounded a second time.
struct PlainNumber {
    /// What Excel keeps of a number; further digits in a file are noise of binary fractions.
    private static let keptDigits = 15

    private var digits: [UInt8] = []
    /// How many digits stand before the decimal point; negative for noughts after it.
    private var point = 0
    private(set) var isNegative = false

    /// True for 10^15 and more: the sheet may have made up the last digits.
    var isRounded: Bool { !digits.isEmpty && point > Self.keptDigits }

    /// The digits before the decimal point, when they are few.
    var whole: Int? {
        guard point <= 9 else { return nil }
        return (0..<max(point, 0)).reduce(0) { $0 * 10 + ($1 < digits.count ? Int(digits[$1]) : 0) }
    }

    /// True when nothing but noughts stands after the decimal point.
    var isWhole: Bool { digits.count <= max(point, 0) }

    /// Reads a number; false if it is none.
    mutating func parse(_ bytes: ArraySlice<UInt8>) -> Bool {
        digits.removeAll(keepingCapacity: true)
        point = 0
        var rest = bytes
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard readMantissa(&rest) else { return false }
        if let sign = rest.first {
            guard sign | 32 == UInt8(ascii: "e"), let exponent = Self.exponent(rest.dropFirst()) else { return false }
            point += exponent
        }
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty {
            point = 0
            isNegative = false
        }
        if !isRounded { round() }
        return true
    }

    /// Writes the number in plain digits.
    func write(to output: inout [UInt8]) {
        if isNegative { output.append(UInt8(ascii: "-")) }
        if point <= 0 { output.append(UInt8(ascii: "0")) }
        for index in 0..<max(point, digits.count) {
            if index == max(point, 0) {
                output.append(UInt8(ascii: "."))
                output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(-point, 0)))
            }
            output.append(UInt8(ascii: "0") + (index < digits.count ? digits[index] : 0))
        }
    }

    private mutating func readMantissa(_ rest: inout ArraySlice<UInt8>) -> Bool {
        var seen = 0
        var hasPoint = false
        while let byte = rest.first, byte == UInt8(ascii: ".") || (48...57).contains(byte) {
            rest.removeFirst()
            if byte == UInt8(ascii: ".") {
                guard !hasPoint else { return false }
                hasPoint = true
                continue
            }
            seen += 1
            guard seen <= 400 else { return false }
            if byte == 48, digits.isEmpty {
                if hasPoint { point -= 1 }
            } else {
                digits.append(byte - 48)
                if !hasPoint { point += 1 }
            }
        }
        return seen > 0
    }

    private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count <= 5, let value = Int(String(decoding: bytes, as: UTF8.self)), abs(value) <= 400 else {
            return nil
        }
        return value
    }

    private mutating func round() {
        guard digits.count > Self.keptDigits else { return }
        let goesUp = digits[Self.keptDigits] >= 5
        digits.removeSubrange(Self.keptDigits...)
        if goesUp {
            while digits.last == 9 { digits.removeLast() }
            if let last = digits.indices.last {
                digits[last] += 1
            } else {
                digits = [1]
                point += 1
            }
        }
        while digits.last == 0 { digits.removeLast() }
    }
}
