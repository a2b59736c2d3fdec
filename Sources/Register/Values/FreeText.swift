/// What people type for the record: it is printed and kept in the journal, and names nobody by NIK.
public enum FreeText {
    /// Whether sixteen digits in a row, dots between them or not, have the structure of a NIK.
    public static func namesNIK(_ text: String) -> Bool {
        text.split { !("0"..."9").contains($0) && $0 != "." }.contains { run in
            (try? NIK.parse(run.utf8)) != nil
        }
    }
}
