/// What a file brings; each kind has a statement file under `SQL/imports`.
public enum ImportKind: String, Sendable, CaseIterable {
    /// Offices: BPJS Kesehatan branches and labour offices.
    case offices
    /// Examiners and labour inspectors.
    case officers
    /// Days on which officers cannot inspect.
    case absences
    /// The labour office's company list (WLKP).
    case wlkp
    /// The master file of registered businesses of BPJS Kesehatan.
    case jknBusinesses = "jkn-businesses"
    /// Employers from other lists, or as an officer noted them.
    case businesses
    /// The JKN member list by employer.
    case jknMembers = "jkn-members"
    /// JKN participants by segment, whatever their employer: PBI, PBPU …
    case segments
    /// SIPP wage files of BPJS Ketenagakerjaan.
    case bpjstkWages = "bpjstk-wages"
    /// An employer's own list of workers: payroll, HR export, JKN registration or mutation form.
    case workers
    /// Totals of workers by employer.
    case headcounts
    /// Monthly contribution bills.
    case bills
    /// Contribution payments.
    case payments

    /// True for lists that are evidence as a whole: who is not on them is missing.
    var isList: Bool { self == .jknMembers || self == .segments || self == .bpjstkWages || self == .workers }

    /// True for what audits judge by; offices and their officers are for plans and letters.
    public var isEvidence: Bool { !setsUpOffices && self != .absences }

    /// True for files that set up offices themselves and so belong to none.
    var setsUpOffices: Bool { self == .offices || self == .officers }
}
