/// Decimal numbers and dates as ASCII, without going through `String`: the generator writes millions of them.
extension [UInt8] {
    mutating func append(decimal value: Int, width: Int = 0) {
        var rest = value.magnitude
        if value < 0 { append(UInt8(ascii: "-")) }
        let start = count
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        while count - start < width { append(UInt8(ascii: "0")) }
        var low = start
        var high = count - 1
        while low < high {
            swapAt(low, high)
            low += 1
            high -= 1
        }
    }

    mutating func append(day date: CivilDate, mark: UInt8) {
        append(decimal: date.day, width: 2)
        append(mark)
        append(decimal: date.month, width: 2)
        append(mark)
        append(decimal: date.year, width: 4)
    }
}

/// A number with leading zeros.
func padded(_ value: Int, _ width: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(decimal: value, width: width)
    return String(decoding: bytes, as: UTF8.self)
}
