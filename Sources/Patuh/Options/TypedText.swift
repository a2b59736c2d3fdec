import ArgumentParser
import Register

/// Checks of what is typed for the record.
enum TypedText {
    /// Refuses text without anything in it, and text that names somebody by NIK; the text itself is not repeated.
    static func check(_ text: String, option: String, orSay missing: String) throws {
        guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError(missing) }
        guard !FreeText.namesNIK(text) else {
            throw ValidationError("\(option) is printed and kept in the journal: name nobody's NIK in it.")
        }
    }
}
