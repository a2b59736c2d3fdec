public import Postgres
public import Register
import Rules

/// Whether there is anything that a letter may be about.
public enum LetterGrounds {
    /// True when the newest audit left an established breach of the administrative path, and no warning has been issued.
    public static func allowWarning(of business: Int, office: Office, session: Session) throws -> Bool {
        try session.value(
            """
            select exists (
                    select from letter.findings(
                        \(office.id)::smallint, audit.last_run(\(office.id)::smallint), \(business)::bigint, true) as f
                    where f.path = \(RuleHeader.Path.administrative.rawValue) and f.strength = 'established'
                )
                and not exists (
                    select from letter.letter as l
                    where l.business_id = \(business) and l.kind = \(LetterKind.firstWarning.rawValue)
                )
            """)
    }
}
