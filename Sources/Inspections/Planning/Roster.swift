import Postgres

/// The officers of one role with what each is booked for.
struct Roster {
    private let officers: [Officer]
    private var booked: [Int: [CalendarDate: Int]] = [:]
    private var left: [Int: Int]

    init(_ officers: [Officer]) {
        self.officers = officers
        left = Dictionary(uniqueKeysWithValues: officers.map { ($0.id, $0.capacity) })
    }

    /// True while some officer can make another visit in the month.
    var hasCapacity: Bool { left.values.contains { $0 > 0 } }

    /// The officer with the most visits left who is free on a day; the lower key on a tie.
    func free(on day: CalendarDate, visitsPerDay: Int) -> Int? {
        officers
            .filter { officer in
                left[officer.id, default: 0] > 0 && !officer.absences.contains(day)
                    && booked[officer.id]?[day] ?? 0 < visitsPerDay
            }
            .min { (-left[$0.id, default: 0], $0.id) < (-left[$1.id, default: 0], $1.id) }?.id
    }

    mutating func book(_ officer: Int, on day: CalendarDate) {
        booked[officer, default: [:]][day, default: 0] += 1
        left[officer, default: 0] -= 1
    }
}
