import Testing

@testable import Register

/// A spelling gives the value of its row, or the error of its row without quoting what was read.
func check(_ row: ScenarioRow, _ parse: ([UInt8]) throws(FieldError) -> String) throws {
    let (spelling, value, code) = try (row["spelling"], row["value"], row["error"])
    do throws(FieldError) {
        let read = try parse(Array(spelling.utf8))
        #expect(read == value && code.isEmpty, "read as \(read)")
    } catch {
        #expect(error.code == code, "\(error.message)")
        #expect(spelling.utf8.count < 6 || !error.message.contains(spelling))
    }
}
