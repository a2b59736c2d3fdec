/// Writes one firm after the other into all files.
struct FirmWriter {
    private let files: SampleFiles
    private let window: Window
    private(set) var truth = Truth()
    private(set) var workers = 0
    private var people: PersonFactory
    private var pool = MoverPool()
    private let memberList: MemberListWriter
    private let wageList: WageListWriter
    private var references = 0

    init(files: SampleFiles, window: Window, territory: Territory, people: PersonFactory) {
        self.files = files
        self.window = window
        self.people = people
        memberList = MemberListWriter(file: files.members, window: window, birthplaces: territory.birthplaces)
        wageList = WageListWriter(files: files.wages, window: window)
    }

    mutating func write(_ firm: Firm, _ chance: inout SplitMix64) throws {
        var book = BillBook(window: window)
        let staff =
            try firm.profile.isNameless
            ? countedStaff(firm, &chance) : namedStaff(firm, &book, &chance)
        if firm.isRegistered {
            try files.employers.write(employer: firm)
            try writeMoney(firm, book.bills, &chance)
        }
        // A few registered firms have never reported to the labour office.
        if !firm.isRegistered || !chance.chance(6) {
            try files.labourList.write(labourReport: firm, staff: staff, asOf: window.asOf, &chance)
        }
    }

    /// A firm of which only the number of workers is known.
    private mutating func countedStaff(_ firm: Firm, _ chance: inout SplitMix64) -> StaffCount {
        if firm.profile == .ownerOnly { return StaffCount() }
        if firm.profile == .closedUnregistered { return StaffCount(total: firm.headcount, isClosed: true, &chance) }
        let floor = firm.regency.floors[window.lastYear] ?? 0
        let each = Contribution.total(wage: 0, floor: floor)
        truth.add(.unregistered, firm.ids.labourNumber, amount: firm.headcount * each)
        return StaffCount(total: firm.headcount, isClosed: false, &chance)
    }

    private mutating func namedStaff(
        _ firm: Firm, _ book: inout BillBook, _ chance: inout SplitMix64
    ) throws -> StaffCount {
        let staffing = Staffing(firm: firm, window: window, &chance)
        var staff = StaffCount()
        staff.isClosed = firm.closedAfter != nil
        var owed = 0
        for place in staffing.flaws.indices {
            let known = people.count
            let employment = staffing.worker(at: place, &people, &pool, &chance)
            // A worker who came from another firm of the branch has been counted there.
            if people.count > known { workers += 1 }
            staff.add(employment.person)
            owed += judge(firm, employment, staffing.flaws[place])
            try write(firm, employment, number: place + 1, &book, &chance)
        }
        for place in 0..<staffing.leavers {
            let employment = staffing.leaver(&people, &pool, &chance)
            try write(firm, employment, number: staffing.flaws.count + place + 1, &book, &chance)
        }
        workers += staffing.leavers
        if firm.profile == .unregisteredNamed { truth.add(.unregistered, firm.ids.labourNumber, amount: owed) }
        return staff
    }

    /// Records what is wrong about a worker; returns the contribution due for the last month if on the wage list.
    private mutating func judge(_ firm: Firm, _ employment: Employment, _ flaw: Staffing.Flaw) -> Int {
        let floor = firm.regency.floors[window.lastYear] ?? 0
        let due = Contribution.total(wage: employment.wage.paid, floor: floor)
        let business = firm.ids.employerCode
        let nik = employment.person.nik
        switch flaw {
        case .none: break
        case .missing: truth.add(.missing, business, nik: nik, amount: due)
        case .underReported:
            let reported = Contribution.total(wage: employment.wage.reported, floor: floor)
            truth.add(.underReported, business, nik: nik, amount: due - reported)
        case .belowFloor:
            let asReported = Contribution.total(of: employment.wage.reported)
            truth.add(.belowFloor, business, nik: nik, amount: Contribution.total(of: floor) - asReported)
        }
        return employment.isInWageList ? due : 0
    }

    private func write(
        _ firm: Firm, _ employment: Employment, number: Int, _ book: inout BillBook, _ chance: inout SplitMix64
    ) throws {
        if firm.hasWageList, employment.isInWageList {
            try wageList.write(employment, number: number, npp: firm.ids.npp, &chance)
        }
        if firm.isRegistered, let period = employment.memberMonths(registeredFrom: firm.firstMonth) {
            try memberList.write(firm, employment, from: period.first, until: period.last)
            bill(firm, employment, from: period.first, until: period.last ?? window.last, &book)
        }
    }

    private func bill(
        _ firm: Firm, _ employment: Employment, from first: Int, until last: Int, _ book: inout BillBook
    ) {
        let extras = employment.household.count { $0.relation == .extra }
        var year = 0
        var amount = 0
        for month in stride(from: max(first, window.first), through: last, by: 1) {
            if month / 12 != year {
                year = month / 12
                // Billed on what is reported, also where that is below the minimum wage.
                let base = Contribution.base(wage: employment.wage.reported(in: year), floor: 0)
                amount = Contribution.total(of: base) + extras * Contribution.extraFamily(of: base)
            }
            book.add(amount, in: month)
        }
    }

    private mutating func writeMoney(_ firm: Firm, _ bills: [Bill], _ chance: inout SplitMix64) throws {
        for bill in bills { try files.bills.write(bill: bill, of: firm) }
        let habit: PaymentHabit =
            firm.profile.owes
            ? .unlawful(bills: bills, &chance)
            : .lawful(closed: firm.closedAfter != nil, bills: bills.count, &chance)
        let payments = habit.payments(for: bills, until: window.asOf, &chance)
        let bank = chance.pick(["BRI", "BNI", "MANDIRI", "BTN", "BCA"])
        for payment in payments {
            references += 1
            try files.payments.write(payment: payment, of: firm, bank: bank, reference: references)
        }
        let arrears = Arrears(bills: bills, payments: payments, before: window.last)
        if firm.profile.owes, arrears.months > 0 {
            truth.add(.arrears, firm.ids.employerCode, months: arrears.months, amount: arrears.amount)
        }
    }
}
