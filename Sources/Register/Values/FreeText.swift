/// What people type for the record: it is printed and kept in the journal, and names nobody by NIK.
public enum FreeText {
    /// Whether sixteen digits in a row, dots between them or not, have the structure of a NIK.
    public static func namesNIK(_ text: String) -> Bool {
        text.split { !("0"..."9").contains($0) && $0 != "." }.contains { run in
            (try? NIK.parse(run.utf8)) != nil
        }
    }

    /// The text with asterisks for its digits where it names somebody by NIK, as sheets of a workbook may.
    public static func masked(_ text: String) -> String {
        namesNIK(text) ? String(text.map { $0.isNumber ? "*" : $0 }) : text
    }
}
