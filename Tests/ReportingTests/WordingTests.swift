import Testing

@testable import Reporting

@Suite struct WordingTests {
    @Test(
        arguments: [
            (0, "nol"),
            (7, "tujuh"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (100, "seratus"),
            (101, "seratus satu"),
            (111, "seratus sebelas"),
            (200, "dua ratus"),
            (999, "sembilan ratus sembilan puluh sembilan"),
            (1_000, "seribu"),
            (1_001, "seribu satu"),
            (1_100, "seribu seratus"),
            (2_000, "dua ribu"),
            (11_000, "sebelas ribu"),
            (21_000, "dua puluh satu ribu"),
            (100_000, "seratus ribu"),
            (101_000, "seratus satu ribu"),
            (1_000_000, "satu juta"),
            (1_001_000, "satu juta seribu"),
            (3_205_220, "tiga juta dua ratus lima ribu dua ratus dua puluh"),
            (1_000_000_000, "satu miliar"),
            (1_000_000_000_000, "satu triliun"),
            (
                12_345_678_901,
                "dua belas miliar tiga ratus empat puluh lima juta enam ratus tujuh puluh delapan ribu sembilan ratus satu"
            ),
            (-1_500, "minus seribu lima ratus"),
        ] as [(Int64, String)])
    func terbilang(number: Int64, words: String) {
        #expect(Terbilang.words(number) == words)
    }

    @Test func terbilangCoversTheWholeRange() {
        #expect(Terbilang.words(.max).hasPrefix("sembilan kuintiliun dua ratus dua puluh tiga kuadriliun"))
        #expect(Terbilang.words(.min).hasPrefix("minus sembilan kuintiliun"))
        #expect(Terbilang.words(.min).hasSuffix("delapan ratus delapan"))
    }

    @Test(
        arguments: [
            (0, "Rp0"), (7, "Rp7"), (999, "Rp999"), (1_000, "Rp1.000"), (53_420, "Rp53.420"),
            (3_205_220, "Rp3.205.220"),
            (1_000_000_000, "Rp1.000.000.000"), (-150, "-Rp150"), (-1_500, "-Rp1.500"),
            (.min, "-Rp9.223.372.036.854.775.808"),
        ] as [(Int64, String)])
    func rupiah(amount: Int64, text: String) {
        #expect(Rupiah.format(amount) == text)
        #expect(Rupiah.format(amount, cents: true) == text + ",00")
    }

    @Test func indonesianDates() {
        #expect(IndonesianDate.long(year: 2026, month: 8, day: 27) == "27 Agustus 2026")
        #expect(IndonesianDate.long(year: 2026, month: 1, day: 1) == "1 Januari 2026")
        #expect(IndonesianDate.short(year: 2026, month: 8, day: 7) == "7 Agu 2026")
        #expect(IndonesianDate.month(year: 2026, month: 10) == "Oktober 2026")
        #expect(
            (1...7).map(IndonesianDate.weekday) == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"])
    }

    @Test func englishDates() {
        #expect(EnglishDate.long(year: 2026, month: 8, day: 27) == "27 August 2026")
        #expect(EnglishDate.month(year: 2026, month: 10) == "October 2026")
        #expect(EnglishDate.weekday(7) == "Sunday")
    }

    @Test func everyMonthHasItsOwnName() {
        for names in [IndonesianDate.names, EnglishDate.names] {
            #expect(Set(names.months).count == 12)
            #expect(Set(names.shortMonths).count == 12)
        }
    }

    @Test func isoDatesAreReadInEitherLanguage() {
        #expect(Language.indonesian.longDate(iso: "2026-12-03") == "3 Desember 2026")
        #expect(Language.english.longDate(iso: "2026-12-03") == "3 December 2026")
        #expect(Language.indonesian.longDate(iso: "besok") == "besok")
    }

    @Test(arguments: ["2026-13-01", "2026-00-01", "2026-01-32", "2026", "2026-1-2-3", "", "2026-ab-01"])
    func whatIsNoDateIsRefused(text: String) {
        #expect(ISODate(text) == nil)
    }
}
