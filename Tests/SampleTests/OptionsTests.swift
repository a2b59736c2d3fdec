import Testing

@testable import Sample

@Suite struct OptionsTests {
    @Test(arguments: [
        SampleFixture.options(businesses: 0), SampleFixture.options(months: 1), SampleFixture.options(months: 121),
        SampleFixture.options(last: SampleMonth(year: 2026, month: 13)),
    ])
    func `impossible options are refused`(_ options: SampleOptions) throws {
        #expect(try code(options) == .badOption)
    }

    @Test(arguments: ["60", "6", "", "61.71", "Kalimantan Barat"])
    func `an unknown province is refused`(_ province: String) throws {
        #expect(try code(SampleFixture.options(province: province)) == .reference)
    }

    @Test func `a year without minimum wages is refused`() throws {
        #expect(try code(SampleFixture.options(last: SampleMonth(year: 2027, month: 1))) == .reference)
    }

    @Test func `missing reference data is named`() throws {
        var options = SampleFixture.options()
        options.referenceFolder = "/nonexistent"
        #expect(try code(options) == .reference)
    }

    @Test func `elsewhere the branch takes cities first and its time zone`() throws {
        try SampleFixture.withSample(SampleFixture.options(businesses: 20, province: "64")) { files, _ in
            let branch = try #require(try files.rows("kantor.csv").first)
            #expect(branch.text("Kode Kantor") == "6401")
            #expect(branch.text("Wilayah Kerja") == "64.71|64.72|64.74")
            #expect(branch.text("Nama") == "Kantor Cabang Balikpapan")
            #expect(branch.text("Zona Waktu") == "WITA")
            #expect(try files.members().allSatisfy { $0.text("NIK").hasPrefix("64") })
        }
    }

    @Test func `minimum wages lose their decimals`() throws {
        let territory = try Territory(province: "61", year: 2026, folder: SampleFixture.reference)
        #expect(territory.regencies.map { $0.floors[2026] } == [3_205_220, 3_100_000, 3_220_801])
        #expect(territory.regencies.map { $0.floors[2025] } == [3_024_820, 2_878_286, 2_878_286])
        let cities = try Territory(province: "33", year: 2026, folder: SampleFixture.reference)
        #expect(cities.regencies.allSatisfy { $0.name.hasPrefix("Kota ") })
    }

    private func code(_ options: SampleOptions) throws -> SampleError.Code? {
        try SampleFixture.withFolder { folder in
            let error = #expect(throws: SampleError.self) {
                try SampleGenerator.generate(options, into: folder)
            }
            return error?.code
        }
    }
}
