/// A report in JSON, as a script would read it.
struct ReportJSON: Decodable {
    struct Column: Decodable {
        let key: String
        let kind: String
    }

    struct Section: Decodable {
        let key: String
        let columns: [Column]
        let rows: [[String: JSONCell]]
    }

    let sections: [Section]
}

/// A value in a row.
enum JSONCell: Decodable {
    case null, truth(Bool), whole(Int64), text(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .truth(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .whole(value)
        } else if let value = try? container.decode(Double.self) {
            self = .text(String(value))
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    /// A whole number, or nothing.
    var isWhole: Bool {
        switch self {
        case .whole, .null: true
        case .truth, .text: false
        }
    }
}
