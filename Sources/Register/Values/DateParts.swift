/// The numbers of a date and how many digits each has.
struct DateParts {
    let numbers: [Int]
    let lengths: [Int]

    init(_ bytes: some Collection<UInt8>) throws(FieldError) {
        var numbers: [Int] = []
        var lengths: [Int] = []
        let separators: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " ")]
        for part in bytes.split(whereSeparator: separators.contains) {
            guard part.count <= 4, part.allSatisfy({ (48...57).contains($0) }) else {
                throw FieldError("not_a_date", "A date in digits is expected.")
            }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 48) })
            lengths.append(part.count)
        }
        self.numbers = numbers
        self.lengths = lengths
    }
}
