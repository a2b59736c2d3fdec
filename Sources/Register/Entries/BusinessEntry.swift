public import Postgres

/// What somebody says of an employer: a new one, a change, or that it has closed.
public struct BusinessEntry: Sendable {
    /// Name of the employer.
    public var name: String?
    /// Street address.
    public var address: String?
    /// Kemendagri code, regency or deeper.
    public var region: String?
    /// Number of workers.
    public var workers: Int?
    /// besar, menengah, kecil or mikro.
    public var size: String?
    /// Line of business, five digits.
    public var kbli: String?
    /// NIB.
    public var nib: String?
    /// NPWP.
    public var npwp: String?
    /// NPP of BPJS Ketenagakerjaan.
    public var npp: String?
    /// Kode badan usaha.
    public var entityCode: String?
    /// WLKP number.
    public var wlkpNumber: String?
    /// Number given here to an employer without any other.
    public var fieldNumber: String?
    /// Day from which it is closed; nil while it is open.
    public var closedOn: CalendarDate?
    /// Day of what other lists than that of BPJS Kesehatan say of it last, where it is known.
    public private(set) var knownOn: CalendarDate?

    /// The number under which it is known, for changes.
    private var code: String?

    /// Nothing said yet.
    public init() {}

    /// The entry that records it.
    ///
    /// - Parameters:
    ///   - day: the day it speaks of.
    ///   - source: who said so, in the words of the user.
    /// - Returns: the entry.
    public func entry(on day: CalendarDate, source: String) -> Entry {
        Entry(
            .businesses, layout: "badan_usaha", source: source, asOf: day, employer: code,
            fields: [
                ("Nomor Lapangan", fieldNumber), ("Nama Badan Usaha", name), ("Alamat", address),
                ("Kode Wilayah", region), ("NIB", nib), ("NPWP", npwp), ("NPP BPJS TK", npp),
                ("Kode Badan Usaha", entityCode), ("Nomor WLKP", wlkpNumber), ("KBLI", kbli),
                ("Skala Usaha", size?.uppercased()), ("Jumlah TK", workers.map(String.init)),
                ("Status", closedOn == nil ? "AKTIF" : "TUTUP"), ("Tanggal Tutup", closedOn?.description),
            ])
    }

    /// What the register knows of a business, for changes on top of it.
    ///
    /// - Parameters:
    ///   - code: any number of the business.
    ///   - office: its office.
    ///   - session: the session to work with.
    /// - Returns: its newest name, address and other facts, whether it has closed, and the number it is called by.
    /// - Throws: ``Fault`` with `businessUnknown` or `businessAmbiguous`; `PostgresError`.
    public static func known(_ code: String, of office: Office, in session: Session) throws -> BusinessEntry {
        let business = try Business.find(code, of: office, in: session)
        let row = try session.row(
            """
            select
                p.name, p.address, p.region_code, p.size_class, p.kbli, i.kind, i.value,
                l.as_of as known_on, case when l.status = 'closed' then coalesce(l.closed_on, l.as_of) end as closed_on
            from register.business_profile as p
            left join lateral (
                select r.as_of, r.status, r.closed_on
                from register.business_record as r
                where r.source <> 'jkn' and r.business_id in (select register.members_of(p.business_id))
                    and not exists (select from import.withdrawal as w where w.batch_id = r.batch_id)
                order by r.as_of desc, r.batch_id desc, r.business_id
                limit 1
            ) as l on true
            inner join register.business_identifier as i
                on i.value = p.code and i.business_id in (select register.members_of(p.business_id))
            where p.business_id = \(business)
            order by array_position(array['entity_code', 'wlkp_number', 'npp', 'nib', 'npwp', 'field_number'], i.kind)
            limit 1
            """)
        var known = BusinessEntry()
        known.name = try row.getIfPresent("name")
        known.address = try row.getIfPresent("address")
        known.region = try row.getIfPresent("region_code")
        known.size = try row.getIfPresent("size_class")
        known.kbli = try row.getIfPresent("kbli")
        known.knownOn = try row.getIfPresent("known_on")
        known.closedOn = try row.getIfPresent("closed_on")
        let number: String = try row.get("value")
        known.code = code
        switch try row.get("kind", as: String.self) {
        case "entity_code": known.entityCode = number
        case "wlkp_number": known.wlkpNumber = number
        case "npp": known.npp = number
        case "nib": known.nib = number
        case "npwp": known.npwp = number
        default: known.fieldNumber = number
        }
        return known
    }
}
