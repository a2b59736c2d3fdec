public import Postgres
public import Register

/// Whether there is anything that a letter may be about.
public enum LetterGrounds {
    /// True when the newest audit left a breach that warrants a warning, and no record of the employer has had one.
    public static func allowWarning(of business: Int, office: Office, session: Session) throws -> Bool {
        try session.value(
            """
            select letter.warrants_warning(\(office.id)::smallint, audit.last_run(\(office.id)::smallint), \(business)::bigint)
                and not exists (
                    select from letter.letter as l
                    where l.business_id in (select register.members_of(\(business)::bigint))
                        and l.kind = \(LetterKind.firstWarning.rawValue)
                )
            """)
    }
}
