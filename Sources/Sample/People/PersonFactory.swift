/// Makes persons and their families.
struct PersonFactory {
    private let territory: Territory
    private let asOf: Int
    private var register: NIKRegister
    private(set) var count = 0

    init(territory: Territory, asOf: CivilDate) {
        self.territory = territory
        self.asOf = asOf.days
        register = NIKRegister(areas: territory.birthplaces.map(\.area))
    }

    mutating func worker(_ chance: inout SplitMix64) -> Person {
        let female = chance.chance(38)
        let local = chance.chance(80)
        let place = local ? chance.below(territory.localBirthplaces) : chance.below(territory.birthplaces.count)
        let pool = chance.below(NamePool.all.count)
        return person(
            days: asOf - chance.between(19 * 366, 57 * 365), female: female, birthplace: place, pool: pool, &chance)
    }

    /// The family that is registered with a worker; many have none.
    mutating func household(of worker: Person, _ chance: inout SplitMix64) -> [Relative] {
        let lived = asOf - worker.birth.days
        let years = lived / 365
        guard years >= 22 else { return [] }
        var family: [Relative] = []
        if chance.chance(min(years * 2 - 20, 55)) {
            let age = max(lived + chance.between(-4 * 365, 4 * 365), 19 * 366)
            let spouse = relative(of: worker, aged: age, female: !worker.isFemale, &chance)
            family.append(Relative(person: spouse, relation: worker.isFemale ? .husband : .wife))
            let oldest = min(lived - 20 * 366, 20 * 365)
            for _ in 0..<chance.pick([0, 1, 1, 2, 2, 3]) where oldest > 62 {
                let child = relative(of: worker, aged: chance.between(62, oldest), female: chance.chance(49), &chance)
                family.append(Relative(person: child, relation: .child))
            }
        }
        if chance.chance(3) {
            let age = lived + chance.between(20 * 366, 28 * 365)
            let parent = relative(of: worker, aged: age, female: chance.chance(65), &chance)
            family.append(Relative(person: parent, relation: .extra))
        }
        return family
    }

    /// An officer of one of the offices, of middle age.
    mutating func officer(_ chance: inout SplitMix64) -> Person {
        person(
            days: asOf - chance.between(29 * 366, 54 * 365), female: chance.chance(45), birthplace: 0,
            pool: chance.below(NamePool.all.count), &chance)
    }

    private mutating func relative(
        of worker: Person, aged days: Int, female: Bool, _ chance: inout SplitMix64
    ) -> Person {
        person(days: asOf - days, female: female, birthplace: worker.birthplace, pool: worker.pool, &chance)
    }

    private mutating func person(
        days: Int, female: Bool, birthplace: Int, pool: Int, _ chance: inout SplitMix64
    ) -> Person {
        let (nik, birth) = register.issue(area: birthplace, bornOn: days, female: female)
        let names = NamePool.all[pool]
        let given = chance.pick(female ? names.women : names.men)
        let name: String
        switch chance.below(10) {
        case 0: name = given
        case 1: name = "\(given) \(chance.pick(female ? names.women : names.men)) \(chance.pick(names.second))"
        default: name = "\(given) \(chance.pick(names.second))"
        }
        defer { count += 1 }
        return Person(
            nik: nik, name: name, birth: birth, isFemale: female, birthplace: birthplace, pool: pool, number: count)
    }
}
