/// A firm before its workers are known.
struct Firm {
    let index: Int
    let profile: Profile
    let size: SizeClass
    /// Workers at the end of the window, or when it closed.
    let headcount: Int
    let name: CompanyName
    let address: String
    let regency: Territory.Regency
    let district: Territory.District
    /// When it registered for JKN; a firm that never did has no use for the day.
    let registeredOn: CivilDate
    /// The first month in which it has members.
    let firstMonth: Int
    /// The last month in which it worked, for a closed firm.
    let closedAfter: Int?
    /// Whether BPJS Ketenagakerjaan lists its workers.
    let hasWageList: Bool
    let ids: FirmIdentifiers

    var isRegistered: Bool { profile.isRegistered }

    init(
        index: Int, size: SizeClass, headcount: Int, profile: Profile, window: Window, territory: Territory,
        _ chance: inout SplitMix64
    ) {
        self.index = index
        self.profile = profile
        self.size = size
        self.headcount = headcount
        name = CompanyName(size: size, &chance)
        address = CompanyName.address(&chance)
        // Half of the firms sit where the branch has its office.
        regency = chance.chance(50) ? territory.regencies[0] : chance.pick(territory.regencies)
        district = chance.pick(regency.districts)
        if profile == .clean && window.count > 4 && chance.chance(6) {
            firstMonth = chance.between(window.first + 1, window.last)
            registeredOn = SampleMonth(ordinal: firstMonth).firstDay
        } else {
            // JKN began in January 2014.
            let registered = max(window.first - chance.between(2, 140), 2014 * 12)
            firstMonth = registered + 1
            let month = SampleMonth(ordinal: registered)
            registeredOn = CivilDate(year: month.year, month: month.month, day: chance.between(1, 28))
        }
        switch profile {
        case .closed: closedAfter = chance.between(window.first, window.last - 1)
        case .closedUnregistered: closedAfter = window.first - 1
        default: closedAfter = nil
        }
        hasWageList = profile.needsWageList || (!profile.isNameless && chance.chance(82))
        ids = FirmIdentifiers(index: index, regency: regency, &chance)
    }
}
