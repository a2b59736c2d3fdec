public import Postgres

/// Finds businesses by the numbers people know them by.
public enum Business {
    /// The business of an office that has a number: kode badan usaha, WLKP number, NPP, NIB, NPWP or nomor lapangan.
    ///
    /// Businesses that people have decided are one are one. Numbers of batches that stand come before those of batches that
    /// were taken back, and BPJS Kesehatan's list before others.
    ///
    /// - Throws: ``Fault`` with `businessUnknown`, or `businessAmbiguous` for a number that several employers have.
    public static func find(_ code: String, of office: Office, in session: Session) throws -> Int {
        try found(code, of: office, in: session).identity
    }

    /// The business under which the register keeps what came in with a number, whatever people decided about it.
    ///
    /// - Throws: as ``find(_:of:in:)``.
    public static func record(_ code: String, of office: Office, in session: Session) throws -> Int {
        try found(code, of: office, in: session).record
    }

    private static func found(
        _ code: String, of office: Office, in session: Session
    ) throws -> (identity: Int, record: Int) {
        let digits = String(code.filter { $0.isNumber })
        let npwp = (try? NPWP.parse(Array(code.utf8))) ?? digits
        let found = try session.rows(
            """
            select f.identity_id, min(f.business_id) as business_id
            from (
                select
                    i.business_id, coalesce(m.identity_id, i.business_id) as identity_id,
                    rank() over (
                        order by
                            exists (select from import.withdrawal as w where w.batch_id = i.batch_id),
                            array_position(array['entity_code', 'wlkp_number', 'npp', 'nib', 'npwp', 'field_number'], i.kind),
                            b.kind <> 'jkn-businesses'
                    ) as place
                from register.business_identifier as i
                inner join import.batch as b using (batch_id)
                left join register.merged_business() as m on m.business_id = i.business_id
                where i.office_id = \(office.id)
                    and (i.value = \(code) or i.kind in ('npwp', 'nib') and i.value in (\(digits), \(npwp)))
            ) as f
            where f.place = 1
            group by f.identity_id
            """)
        guard let only = found.first else {
            throw Fault(
                .businessUnknown, "No employer of office \(office.code) has the number \(code).",
                hint: "See the codes with: patuh business list")
        }
        guard found.count == 1 else {
            throw Fault(
                .businessAmbiguous, "\(found.count) employers of office \(office.code) have the number \(code).",
                hint: "Name the one you mean by its kode badan usaha or WLKP number; see: patuh business match list")
        }
        return (try only.get("identity_id"), try only.get("business_id"))
    }
}
