/// Writes a worker into the monthly wage lists of BPJS Ketenagakerjaan.
struct WageListWriter {
    private let files: [CSVWriter]
    private let window: Window
    /// `;10-2026;` for each month.
    private let months: [[UInt8]]

    init(files: [CSVWriter], window: Window) {
        self.files = files
        self.window = window
        months = window.months.map { Array(";\(padded($0.month, 2))-\($0.year);".utf8) }
    }

    func write(_ employment: Employment, number: Int, npp: String, _ chance: inout SplitMix64) throws {
        let person = employment.person
        var start: [UInt8] = []
        start.reserveCapacity(96)
        start.append(decimal: person.nik)
        start.append(contentsOf: ";K".utf8)
        start.append(decimal: number, width: 4)
        start.append(UInt8(ascii: ";"))
        start.append(contentsOf: person.kpj.utf8)
        start.append(contentsOf: ";;".utf8)
        start.append(contentsOf: person.name.utf8)
        start.append(UInt8(ascii: ";"))
        start.append(day: person.birth, mark: UInt8(ascii: "-"))
        start.append(UInt8(ascii: ";"))

        var year = 0
        var wage = 0
        let last = employment.lastMonth ?? window.last
        for month in stride(from: max(employment.firstMonth, window.first), through: last, by: 1) {
            if month / 12 != year {
                year = month / 12
                wage = employment.wage.paid(in: year)
            }
            let file = files[month - window.first]
            file.raw(start)
            file.raw(wage)
            file.raw(";")
            // The January raise reaches some only in February, with the difference for January.
            let isLate = month % 12 == 1 && employment.firstMonth < month && chance.chance(5)
            file.raw(isLate ? wage - employment.wage.paid(in: year - 1) : 0)
            file.raw(months[month - window.first])
            file.raw(npp)
            try file.endRow()
        }
    }
}
