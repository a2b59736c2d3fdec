import Postgres
import Register

/// What all letters of an office share: letterhead, place, signature, copies.
struct Letterhead: Sendable {
    let office: Int
    let unit: String
    let numberTemplate: String
    let name: String
    let address: String
    let city: String
    let phone: String
    let timeZone: String
    let headName: String
    let headTitle: String
    let headNumber: String
    let partner: String?

    init(_ office: Office, _ session: Session) throws {
        let row = try session.row(
            """
            select o.*, p.name as partner
            from register.office as o
            left join register.office as p on p.code = o.partner_code
            where o.office_id = \(office.id)
            """)
        self.office = office.id
        unit = try row.get("letter_unit")
        numberTemplate = try row.get("number_template")
        name = try row.get("name")
        address = try row.get("address")
        city = try row.get("city")
        phone = try row.get("phone")
        timeZone = try row.get("time_zone")
        headName = try row.get("head_name")
        headTitle = try row.get("head_title")
        headNumber = try row.get("head_number")
        partner = try row.getIfPresent("partner")
    }

    /// The facts that stand on every letter of the office.
    func facts(_ kind: LetterKind, date: CalendarDate, hasAnnex: Bool, regency: String?) -> [JSONValue.Member] {
        var copies = partner.map { ["Kepala \($0)"] } ?? []
        if kind == .firstWarning, let regency {
            copies.append("Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu \(regency)")
        }
        return [
            .init(
                "letterhead",
                [
                    "institution": "BPJS KESEHATAN", "office": .string(name), "address": .string(address),
                    "phone": .string(phone),
                ]),
            .init("place", .string(city)),
            .init("date", .string(IndonesianDate.long(year: date.year, month: date.month, day: date.day))),
            .init("classification", .string(kind.classification)),
            .init("attachments", hasAnnex ? "1 (satu) berkas" : "-"),
            .init("subject", .string(kind.subject)),
            .init(
                "signatory",
                [
                    "title": .string(headTitle), "name": .string(headName), "number_label": "NPP",
                    "number": .string(headNumber),
                ]),
            .init("copies", .strings(copies + ["Arsip"])),
            .init("assignment", nil),
        ]
    }
}
