public import Postgres

/// Finds businesses by the numbers people know them by.
public enum Business {
    /// The business of an office that has a number: kode badan usaha, WLKP number, NPP, NIB or NPWP.
    ///
    /// - Throws: ``Fault`` with `businessUnknown`.
    public static func find(_ code: String, of office: Office, in session: Session) throws -> Int {
        let digits = String(code.filter { $0.isNumber })
        let found: Int? = try session.valueIfPresent(
            """
            select business_id
            from register.business_identifier
            where office_id = \(office.id) and (value = \(code) or kind in ('npwp', 'nib') and value = \(digits))
            order by value = \(code) desc, business_id
            limit 1
            """)
        guard let found else {
            throw Fault(
                .businessUnknown, "No employer of office \(office.code) has the number \(code).",
                hint: "See the codes with: patuh finding list")
        }
        return found
    }
}
