/// Whether a spreadsheet has rounded the NIKs of a file before they became text: it keeps 15 digits of a number, so that
/// the last one is 0 in every row.
struct RoundedNumbers {
    /// As many NIKs that end in 0 as may be by chance.
    private static let mostByChance = 5

    private let column: Int?
    private var ending = 0
    private var others = 0

    init(_ layout: ImportLayout) {
        column = layout.columns.firstIndex { $0.to == "nik" && $0.type == .nik }
    }

    /// True when all NIKs, and more than a few, end in 0.
    var isSeen: Bool { others == 0 && ending > Self.mostByChance }

    mutating func take(_ values: [FieldValue]) {
        guard let column, case .integer(let nik) = values[column] else { return }
        if nik % 10 == 0 { ending += 1 } else { others += 1 }
    }
}
