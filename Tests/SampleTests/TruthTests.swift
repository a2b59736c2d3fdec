import Testing

@testable import Sample

@Suite struct TruthTests {
    @Test(arguments: [
        (seed: 1, businesses: 60, province: "61", months: 14), (seed: 2, businesses: 1, province: "61", months: 2),
        (seed: 3, businesses: 7, province: "61", months: 3), (seed: 4, businesses: 119, province: "62", months: 6),
        (seed: 5, businesses: 240, province: "33", months: 9), (seed: 6, businesses: 60, province: "91", months: 30),
    ])
    func `an independent judge finds what was planted and nothing else`(
        _ size: (seed: UInt64, businesses: Int, province: String, months: Int)
    ) throws {
        let options = SampleFixture.options(
            seed: size.seed, businesses: size.businesses, province: size.province, months: size.months)
        try SampleFixture.withSample(options) { files, summary in
            let truth = try files.truth()
            #expect(try NaiveJudge(files).findings == truth)
            #expect(summary.planted.values.reduce(0, +) == truth.count)
        }
    }

    @Test func `a year with a minimum wage of its own is judged by that wage`() throws {
        let last = SampleMonth(year: 2025, month: 8)
        try SampleFixture.withSample(SampleFixture.options(seed: 8, businesses: 80, last: last)) { files, _ in
            let truth = try files.truth()
            #expect(try files.lastMonth() == "2025-08")
            #expect(try NaiveJudge(files).findings == truth)
        }
    }

    @Test(arguments: [UInt64](10..<16))
    func `sixty firms hold enough of each violation and are mostly clean`(_ seed: UInt64) throws {
        try SampleFixture.withSample(SampleFixture.options(seed: seed)) { files, summary in
            let least = ["REG-01": 3, "REG-02": 15, "DAT-01": 8, "DAT-02": 5, "IUR-01": 5]
            for (rule, count) in least { #expect(summary.planted[rule, default: 0] >= count, "\(rule)") }
            let truth = try files.rows("truth.csv", separator: ",")
            #expect(Set(truth.map { $0.text("business") }).count <= 30)
            #expect(Set(truth.filter { $0.text("rule") == "REG-02" }.map { $0.text("business") }).count >= 4)
        }
    }

    @Test func `several violations meet in one firm`() throws {
        try SampleFixture.withSample(SampleFixture.options()) { files, _ in
            let truth = try files.rows("truth.csv", separator: ",")
            let rules = Dictionary(grouping: truth) { $0.text("business") }
                .mapValues { Set($0.map { $0.text("rule") }).count }
            #expect(rules.values.contains { $0 > 1 })
        }
    }

    @Test func `the judge notices payments that are missing`() throws {
        try SampleFixture.withSample(SampleFixture.options(businesses: 20)) { files, _ in
            let lines = try files.lines("pembayaran.csv")
            let payer = lines.last?.split(separator: ";").dropFirst().first ?? ""
            try files.write(lines.filter { !$0.contains(";\(payer);") }, to: "pembayaran.csv")
            #expect(try NaiveJudge(files).findings != files.truth())
        }
    }
}
