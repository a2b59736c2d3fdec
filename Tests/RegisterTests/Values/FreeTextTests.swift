import Register
import Testing

/// Text that is printed and kept.
@Suite struct FreeTextTests {
    @Test(arguments: [
        "worker 6171014101909001 left", "6171014101909001", "NIK:6171014101909001.", "(6171.0141.0190.9001)",
    ])
    func `a NIK is seen in text`(text: String) {
        #expect(FreeText.namesNIK(text))
    }

    @Test(arguments: [
        "paid, slip of 3 Nov", "letter 560/12/2026 of the labour office", "virtual account 8888800001000001",
        "phone 0812-3456-7890, 3 Nov 2026", "reference 61710141019090012345", "NIK 6171014113909001 has no month",
    ])
    func `other numbers are no NIK`(text: String) {
        #expect(!FreeText.namesNIK(text))
    }
}
