import FoundationEssentials

@testable import Reporting

/// Paths, catalogues and reports that several suites use.
enum Samples {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    static let resources = root + "/Reports"

    static func catalogue(_ language: Language = .indonesian) throws -> Catalogue {
        try Catalogue(language: language, folder: resources + "/text")
    }

    /// Two employers with arrears, one of them with an awkward name.
    static let arrears = Section(
        key: "businesses",
        title: "Badan usaha",
        columns: [
            Column(key: "code", title: "Kode"),
            Column(key: "name", title: "Nama"),
            Column(key: "months", title: "Bulan", kind: .integer),
            Column(key: "amount", title: "Tunggakan", kind: .money),
            Column(key: "oldest", title: "Tertua", kind: .month),
            Column(key: "last_paid", title: "Bayar terakhir", kind: .date),
            Column(key: "share", title: "Bagian", kind: .percent),
            Column(key: "listed", title: "Jadwal", kind: .boolean),
        ],
        rows: [
            [
                .text("01234567"), .text("=SUM(A1), \"CV\" Maju"), .integer(3), .money(3_205_220), .month("2026-08-01"),
                .date("2026-07-14"), .percent("98.60"), .boolean(true),
            ],
            [
                .text("07654321"), .text("PT Kapuas"), .integer(1_200), .money(-500), .month("2026-10"), .empty,
                .percent("1.40"), .boolean(false),
            ],
        ],
        totals: [
            .text("Jumlah"), .empty, .integer(1_203), .money(3_204_720), .empty, .empty, .percent("100.00"), .empty,
        ],
        note: "Tunggakan sebulan penuh atau lebih."
    )

    static let report = Report(
        key: "arrears", title: "Tunggakan iuran",
        metadata: [
            Metadatum(key: "office", label: "Kantor", value: "Pontianak"),
            Metadatum(key: "as_of", label: "Keadaan per", value: "31 Oktober 2026"),
        ],
        sections: [arrears],
        trace: [
            Metadatum(key: "run", label: "Audit", value: "18"),
            Metadatum(key: "rule_set", label: "Kaidah", value: "3f9a1c07"),
        ]
    )

    static let twoSections = Report(
        key: "pair", title: "Dua",
        sections: [
            Section(key: "one", title: "Satu", columns: [Column(key: "a", title: "A")], rows: [[.text("x")]]),
            Section(key: "two", title: "Dua", columns: [Column(key: "b", title: "B", kind: .integer)], rows: []),
        ])

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}
