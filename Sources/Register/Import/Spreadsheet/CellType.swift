/// What a cell says its value is: the attribute `t`.
enum CellType {
    case number
    case sharedString
    case inlineString
    case formulaText
    case boolean
    case error
    case isoDate
    case other

    init(_ text: UnsafePointer<CChar>) {
        self =
            switch XMLName(text) {
            case "n": .number
            case "s": .sharedString
            case "inlineStr": .inlineString
            case "str": .formulaText
            case "b": .boolean
            case "e": .error
            case "d": .isoDate
            default: .other
            }
    }
}
