extension CalendarDate: Codable {
    /// Reads `2026-10-31` or `infinity`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(sqlText: container.decode(String.self))
        } catch is SQLDecodingFailure {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date like 2026-10-31")
        }
    }

    /// Writes `2026-10-31` or `infinity`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CalendarDate: SQLBindable, SQLDecodable {
    /// The day as `2026-10-31`, or `infinity`.
    public var sqlText: String? { description }

    /// Reads a date in ISO style or an infinity.
    public init(sqlText: String) throws {
        switch sqlText {
        case "infinity": self = .infinity
        case "-infinity": self = .negativeInfinity
        default:
            guard let date = CalendarDate(iso: sqlText) else { throw SQLDecodingFailure(wanted: "CalendarDate") }
            self = date
        }
    }
}
