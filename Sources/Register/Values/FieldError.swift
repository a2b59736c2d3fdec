/// Why a value of a row is refused: a stable code and a message without the value.
struct FieldError: Error, Equatable {
    let code: String
    let message: String

    init(_ code: String, _ message: String) {
        self.code = code
        self.message = message
    }

    static let missing = FieldError("missing", "A value is required.")
}
