/// One document to set: a template and its facts.
public struct TypesetJob: Sendable {
    /// The template's path inside `Reports`, such as `letters/sppk.typ`.
    public let template: String
    /// The facts the template puts in words.
    public let data: JSONValue
    /// The document's date in seconds since 1970; the same job gives the same bytes.
    public let timestamp: Int64

    /// A document to set.
    public init(template: String, data: JSONValue, timestamp: Int64) {
        self.template = template
        self.data = data
        self.timestamp = timestamp
    }

    func line(id: Int) -> String {
        let request: JSONValue = [
            "id": .integer(Int64(id)), "template": .string(template), "timestamp": .integer(timestamp), "data": data,
        ]
        return request.compact + "\n"
    }
}
