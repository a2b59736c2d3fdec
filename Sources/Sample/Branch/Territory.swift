/// The branch's province: the regencies it works in, their minimum wages, and where its people were born.
struct Territory {
    struct District {
        let code: String
        let name: String
    }

    struct Regency {
        let code: String
        let name: String
        let districts: [District]
        /// Minimum wages in whole rupiah by year, where known.
        let floors: [Int: Int]

        /// The name without `Kota` or `Kabupaten`.
        var shortName: String { Territory.short(name) }
    }

    /// A district in which somebody's NIK was issued first.
    struct Birthplace {
        /// The six digits that open the NIK.
        let area: Int
        let name: String
    }

    /// More areas would cost memory and change nothing that can be seen.
    private static let birthplaceLimit = 96

    let province: String
    let provinceName: String
    /// At most three, the one with the branch's office first.
    let regencies: [Regency]
    let birthplaces: [Birthplace]
    /// How many of the birthplaces lie within the branch's own regencies.
    let localBirthplaces: Int

    init(province: String, year: Int, folder: String) throws {
        let names = try ReferenceTable(name: "province.csv", folder: folder).select("code", "name")
        let all = try ReferenceTable(name: "regency.csv", folder: folder)
            .select("code", "name", "parent_code", "kind").filter { $0[2] == province }
        guard let provinceName = names.first(where: { $0[0] == province })?[1], !all.isEmpty else {
            throw SampleError(
                .reference, "There is no province \(province) in the reference data.",
                hint: "Give a two-digit Kemendagri code such as 61.")
        }
        let wages = try Territory.wages(folder: folder)
        let districts = try ReferenceTable(name: "district.csv", folder: folder)
            .select("code", "name", "parent_code").filter { $0[2].hasPrefix(province + ".") }
        let byRegency = Dictionary(grouping: districts, by: { $0[2] })
        let usable = Territory.preferred(all, province: province).compactMap { row -> Regency? in
            guard let floors = wages[row[0]], floors[year] != nil, let own = byRegency[row[0]] else { return nil }
            return Regency(
                code: row[0], name: row[1], districts: own.map { District(code: $0[0], name: $0[1]) }, floors: floors)
        }
        guard !usable.isEmpty else {
            throw SampleError(
                .reference, "No regency of province \(province) has a minimum wage for \(year).",
                hint: "Choose another province or another last month.")
        }
        self.province = province
        self.provinceName = provinceName
        regencies = Array(usable.prefix(3))
        let local = regencies.flatMap { regency in
            regency.districts.compactMap { Territory.birthplace($0.code, regency.name) }
        }
        let own = Set(regencies.map(\.code))
        let regencyNames = Dictionary(all.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
        let others = districts.filter { !own.contains($0[2]) }
            .compactMap { Territory.birthplace($0[0], regencyNames[$0[2]] ?? provinceName) }
        birthplaces = Array((local + others).prefix(max(Territory.birthplaceLimit, 1)))
        localBirthplaces = min(local.count, birthplaces.count)
    }

    static func short(_ name: String) -> String {
        for kind in ["Kota Administrasi ", "Kabupaten Administrasi ", "Kota ", "Kabupaten "] where name.hasPrefix(kind)
        {
            return String(name.dropFirst(kind.count))
        }
        return name
    }

    /// Pontianak's own district for Kalimantan Barat; elsewhere cities before regencies.
    private static func preferred(_ rows: [[String]], province: String) -> [[String]] {
        if province == "61" {
            return ["61.71", "61.12", "61.02"].compactMap { code in rows.first { $0[0] == code } }
        }
        return rows.filter { $0[3] == "kota" } + rows.filter { $0[3] != "kota" }
    }

    private static func wages(folder: String) throws -> [String: [Int: Int]] {
        var wages: [String: [Int: Int]] = [:]
        for row in try ReferenceTable(name: "umk_2026.csv", folder: folder).select("regency_code", "min_wage_2026") {
            wages[row[0], default: [:]][2026] = rupiah(row[1])
        }
        let earlier = try ReferenceTable(name: "umk_2025_partial.csv", folder: folder)
        for row in try earlier.select("regency_code", "year", "umk") {
            guard let year = Int(row[1]) else { continue }
            wages[row[0], default: [:]][year] = rupiah(row[2])
        }
        return wages
    }

    /// Whole rupiah; what stands behind the point is cut off.
    private static func rupiah(_ text: String) -> Int? {
        text.split(separator: ".", omittingEmptySubsequences: false).first.flatMap { Int($0) }
    }

    private static func birthplace(_ code: String, _ regency: String) -> Birthplace? {
        Int(code.filter { $0 != "." }).map { Birthplace(area: $0, name: short(regency)) }
    }
}
