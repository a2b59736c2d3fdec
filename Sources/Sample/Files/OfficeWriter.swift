/// Writes the two offices, their officers and the officers' absences.
struct OfficeWriter {
    private let files: SampleFiles
    private let territory: Territory
    private let window: Window

    init(files: SampleFiles, territory: Territory, window: Window) {
        self.files = files
        self.territory = territory
        self.window = window
    }

    func write(_ people: inout PersonFactory, _ chance: inout SplitMix64) throws {
        let province = territory.province
        let branch = province == "61" ? "1401" : "\(province)01"
        let labour = "DNK\(province)"
        let city = territory.regencies[0].shortName
        try writeOffice(
            code: branch, kind: "BPJS_KESEHATAN", name: "Kantor Cabang \(city)", head: people.officer(&chance).name,
            title: "Kepala Cabang", number: padded(chance.between(1, 9_999), 5), unit: letterUnit, partner: labour,
            &chance)
        let head = people.officer(&chance)
        try writeOffice(
            code: labour, kind: "DISNAKER",
            name: "Dinas Tenaga Kerja dan Transmigrasi Provinsi \(territory.provinceName)", head: head.name,
            title: "Kepala Dinas", number: civilServant(head, &chance), unit: "NAKERTRANS", partner: branch, &chance)

        var numbers: [String] = []
        for place in 0..<3 {
            // Steps of 2,500 keep the numbers apart.
            let number = padded(10_000 + place * 2_500 + chance.below(2_500), 5)
            try writeOfficer(
                branch, number, people.officer(&chance).name, "PEMERIKSA", "Petugas Pemeriksa Kepatuhan", 12)
            numbers.append(number)
        }
        for grade in ["Muda", "Pertama"] {
            let officer = people.officer(&chance)
            let number = civilServant(officer, &chance)
            try writeOfficer(
                labour, number, officer.name, "PENGAWAS", "Pengawas Ketenagakerjaan Ahli \(grade)", 7)
            numbers.append(number)
        }
        for number in numbers { try writeAbsences(of: number, &chance) }
    }

    private func writeOffice(
        code: String, kind: String, name: String, head: String, title: String, number: String, unit: String,
        partner: String, _ chance: inout SplitMix64
    ) throws {
        let file = files.offices
        for field in [
            code, kind, name, CompanyName.address(&chance), territory.regencies[0].shortName, territory.province,
            territory.regencies.map(\.code).joined(separator: "|"), head, title, number, unit, timeZone,
            "(000) 555\(padded(chance.below(10_000), 4))", partner,
        ] {
            file.text(field)
        }
        try file.endRow()
    }

    private func writeOfficer(
        _ office: String, _ number: String, _ name: String, _ role: String, _ title: String, _ capacity: Int
    ) throws {
        for field in [office, number, name, role, title] { files.officers.text(field) }
        files.officers.number(capacity)
        try files.officers.endRow()
    }

    /// One leave and sometimes a training in the two months that are planned next.
    private func writeAbsences(of number: String, _ chance: inout SplitMix64) throws {
        let first = SampleMonth(ordinal: window.last + 1).firstDay.days
        let leave = first + chance.between(2, 24)
        try writeAbsence(number, from: leave, days: chance.between(2, 6), "Cuti tahunan")
        if chance.chance(60) {
            try writeAbsence(number, from: leave + chance.between(10, 26), days: chance.between(1, 5), "Diklat")
        }
    }

    private func writeAbsence(_ number: String, from day: Int, days: Int, _ reason: String) throws {
        let file = files.absences
        file.text(number)
        for date in [CivilDate(days: day), CivilDate(days: day + days - 1)] {
            file.text("\(date.year)-\(padded(date.month, 2))-\(padded(date.day, 2))")
        }
        file.text(reason)
        try file.endRow()
    }

    /// An employee number of the civil service: birth, appointment, sex, serial.
    private func civilServant(_ person: Person, _ chance: inout SplitMix64) -> String {
        let birth = person.birth
        let day = "\(birth.year)\(padded(birth.month, 2))\(padded(birth.day, 2))"
        let appointed = "\(birth.year + 24)\(padded(chance.between(1, 12), 2))"
        return "\(day)\(appointed)\(person.isFemale ? 2 : 1)\(padded(chance.between(1, 40), 3))"
    }

    /// The part of a letter's number that names region and branch.
    private var letterUnit: String {
        territory.province == "61" ? "IV-02" : "\(romanRegion)-01"
    }

    private var romanRegion: String {
        let regions = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        let digit = territory.province.utf8.first.map { Int($0) - 49 } ?? 0
        return regions.indices.contains(digit) ? regions[digit] : "I"
    }

    private var timeZone: String {
        switch Int(territory.province) ?? 0 {
        case 81...: "WIT"
        case 51...53, 63...65, 71...76: "WITA"
        default: "WIB"
        }
    }
}
