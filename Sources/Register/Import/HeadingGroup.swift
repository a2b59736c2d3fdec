/// What a group of headings is about, as the words of its name tell.
enum HeadingGroup {
    /// The worker: the columns below are what their own headings say.
    case person
    /// Pay: the amounts below are what their own headings say, but a `Jabatan` among them is an allowance.
    case pay
    /// Something beside the wage, or another person: `Upah` below `Lembur` is overtime.
    case other
    /// Nobody can tell.
    case unknown

    private static let persons: Set<String> = [
        "karyawan", "pekerja", "pegawai", "tenaga", "kerja", "buruh", "informasi", "identitas", "biodata",
        "profil", "diri", "pribadi", "umum", "kepegawaian", "pekerjaan", "masa", "no", "nomor", "urut",
    ]
    private static let pays: Set<String> = [
        "pendapatan", "penerimaan", "penghasilan", "gaji", "upah", "komponen", "rincian", "sebulan", "bulanan", "tetap",
    ]
    private static let allowance = "tunjangan"
    private static let extras: Set<String> = [
        "lembur", "overtime", "ot", "potongan", "rapel", "thr", "bonus", "insentif", "pesangon", "kasbon", "pinjaman",
        "pph", "pajak",
    ]
    private static let others: Set<String> = [
        "kontak", "darurat", "rekening", "bank", "suami", "istri", "pasangan", "anak", "ayah", "ibu", "wali", "waris",
        "saudara",
    ]
    /// Parts of a time: their sum is of no month.
    private static let periods: Set<String> = [
        "bulan", "minggu", "triwulan", "kuartal", "semester", "tahun", "periode", "lalu", "lama",
    ]
    /// Parts whose sum holds something besides the wage, or lacks what was deducted.
    private static let ends: Set<String> = [
        "kotor", "bruto", "gross", "bersih", "neto", "netto", "nett", "net", "tidak", "i", "ii", "iii", "iv", "v",
    ]

    init(_ name: String) {
        let words = Self.words(name)
        let matter = Set(words).subtracting(["data", "dan"])
        // Wages and allowances are pay; of allowances alone no wage is read.
        let pays = Self.pays.union([Self.allowance])
        if words.first == Self.allowance {
            self = .other
        } else if !words.isEmpty, matter.isSubset(of: Self.persons.union(pays)) {
            self = !matter.isEmpty && matter.isSubset(of: pays) ? .pay : .person
        } else {
            self = matter.isDisjoint(with: Self.extras.union(Self.others)) ? .unknown : .other
        }
    }

    /// True when the total of such parts is the whole that the name of the group says: the wage, or the workers.
    static func addsUp(_ parts: [String], to type: ImportLayout.Column.Kind) -> Bool {
        let strange = type == .money ? extras.union(ends) : []
        return !parts.contains { part in
            isPeriod(part) || !strange.isDisjoint(with: words(part))
        }
    }

    /// True for a month, a year and the like.
    static func isPeriod(_ heading: String) -> Bool {
        namesYear(heading)
            || words(heading).contains { periods.contains($0) || MonthNames.number(of: $0.utf8) != nil }
    }

    /// True when a heading names a year, by itself or in a month or a day.
    static func namesYear(_ heading: String) -> Bool {
        heading.count < 20 && heading.split { !$0.isNumber }.contains { $0.count == 4 && $0.hasPrefix("20") }
    }

    private static func words(_ heading: String) -> [String] {
        heading.lowercased().split { !$0.isLetter }.map(String.init)
    }
}
