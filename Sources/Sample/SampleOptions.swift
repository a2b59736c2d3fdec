/// What a sample branch should look like.
public struct SampleOptions: Sendable {
    /// The same seed gives the same bytes.
    public var seed: UInt64
    /// How many firms the branch has, registered or not.
    public var businesses: Int
    /// The Kemendagri code of the province, such as `61`.
    public var province: String
    /// How many months of wages, bills and payments are written.
    public var months: Int
    /// The last of these months; the truth is judged as of its last day.
    public var lastMonth: SampleMonth
    /// The folder with the reference data: provinces, regencies, districts and minimum wages.
    public var referenceFolder: String

    /// Creates options; only the seed, the number of firms, the province and the reference data have no default.
    public init(
        seed: UInt64,
        businesses: Int,
        province: String,
        months: Int = 14,
        lastMonth: SampleMonth = SampleMonth(year: 2026, month: 10),
        referenceFolder: String
    ) {
        self.seed = seed
        self.businesses = businesses
        self.province = province
        self.months = months
        self.lastMonth = lastMonth
        self.referenceFolder = referenceFolder
    }

    /// Refuses options that no sample can be made from.
    func validate() throws {
        guard (1...1_000_000).contains(businesses) else {
            throw SampleError(
                .badOption, "The number of businesses must be between 1 and 1,000,000, not \(businesses).")
        }
        guard (2...120).contains(months) else {
            throw SampleError(.badOption, "The number of months must be between 2 and 120, not \(months).")
        }
        guard (1...12).contains(lastMonth.month), (2015...2050).contains(lastMonth.year) else {
            throw SampleError(.badOption, "The last month \(lastMonth.year)-\(lastMonth.month) is not usable.")
        }
    }
}
