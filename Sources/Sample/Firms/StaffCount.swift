/// The numbers of a firm's report to the labour office.
struct StaffCount {
    private(set) var men = 0
    private(set) var women = 0
    var isClosed = false

    var total: Int { men + women }

    init() {}

    init(total: Int, isClosed: Bool, _ chance: inout SplitMix64) {
        women = total * chance.between(20, 55) / 100
        men = total - women
        self.isClosed = isClosed
    }

    mutating func add(_ person: Person) {
        if person.isFemale { women += 1 } else { men += 1 }
    }
}
