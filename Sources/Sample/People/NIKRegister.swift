/// Hands out NIKs that nobody has: structure and area are right, but the serial starts at 9001.
///
/// Registries number from 0001 within an area and birthday, so serials above 9000 are not in use. One counter per
/// area and birthday makes every NIK unique without remembering any of them.
struct NIKRegister {
    static let firstSerial = 9_001
    private static let perDay = 999
    /// 1930-01-01; nobody in a sample is older.
    private static let origin = CivilDate(year: 1930, month: 1, day: 1).days
    private static let dayCount = 46_000

    private let areas: [Int]
    private var issued: [UInt16]

    init(areas: [Int]) {
        self.areas = areas
        issued = Array(repeating: 0, count: areas.count * NIKRegister.dayCount)
    }

    /// The next NIK of an area for somebody born on or soon before a day, with the day it came to be.
    mutating func issue(area index: Int, bornOn day: Int, female: Bool) -> (nik: Int, birth: CivilDate) {
        var offset = min(max(day - NIKRegister.origin, 0), NIKRegister.dayCount - 1)
        var cell = index * NIKRegister.dayCount + offset
        while issued[cell] >= NIKRegister.perDay, offset > 0 {
            offset -= 1
            cell -= 1
        }
        let serial = NIKRegister.firstSerial + Int(issued[cell])
        issued[cell] += 1
        let birth = CivilDate(days: NIKRegister.origin + offset)
        let printedDay = birth.day + (female ? 40 : 0)
        let date = printedDay * 10_000 + birth.month * 100 + birth.year % 100
        return (areas[index] * 10_000_000_000 + date * 10_000 + serial, birth)
    }
}
