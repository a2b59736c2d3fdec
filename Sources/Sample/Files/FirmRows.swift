/// The rows of the files that list firms, bills and payments.
extension CSVWriter {
    func write(employer firm: Firm) throws {
        text(firm.ids.employerCode)
        text(firm.name.full)
        text(firm.address)
        text(firm.district.code)
        text(firm.regency.name)
        text(firm.ids.npwp)
        text(firm.ids.nib)
        if firm.hasWageList { text(firm.ids.npp) } else { empty() }
        text(firm.size.rawValue)
        text(firm.ids.virtualAccount)
        date(firm.registeredOn)
        text(firm.closedAfter == nil ? "AKTIF" : "NONAKTIF")
        if let closed = firm.closedAfter { date(SampleMonth(ordinal: closed + 1).firstDay) } else { empty() }
        try endRow()
    }

    func write(labourReport firm: Firm, staff: StaffCount, asOf: CivilDate, _ chance: inout SplitMix64) throws {
        number(rows + 1)
        text(firm.ids.labourNumber)
        text(firm.name.filed)
        text(firm.address)
        text(firm.district.code)
        text(firm.regency.name)
        text(firm.district.name)
        // A firm whose JKN code the labour office does not know is found by its tax or business number.
        let knowsCode = firm.isRegistered && chance.chance(75)
        let lacksTaxNumber = chance.chance(10)
        if !lacksTaxNumber && chance.chance(10) { empty() } else { text(firm.ids.nib) }
        if lacksTaxNumber { empty() } else { text(firm.ids.npwp) }
        text(chance.pick(CompanyName.classifications))
        text(firm.size.rawValue)
        number(staff.total)
        number(staff.men)
        number(staff.women)
        number(0)
        if knowsCode { text(firm.ids.employerCode) } else { empty() }
        if firm.hasWageList && (!firm.isRegistered || chance.chance(90)) { text(firm.ids.npp) } else { empty() }
        date(CivilDate(days: asOf.days - chance.between(3, 350)))
        text(staff.isClosed ? "TUTUP" : "AKTIF")
        try endRow()
    }

    func write(bill: Bill, of firm: Firm) throws {
        let month = SampleMonth(ordinal: bill.month)
        text(firm.ids.employerCode)
        text(firm.name.full)
        text(firm.ids.virtualAccount)
        text(month.description)
        number(bill.members)
        number(bill.amount)
        date(CivilDate(year: month.year, month: month.month, day: 10))
        try endRow()
    }

    func write(payment: Payment, of firm: Firm, bank: String, reference: Int) throws {
        date(payment.day)
        text(firm.ids.employerCode)
        text(firm.ids.virtualAccount)
        number(payment.amount)
        text(bank)
        text("\(bank)\(payment.day.year)\(padded(reference, 8))")
        try endRow()
    }
}
