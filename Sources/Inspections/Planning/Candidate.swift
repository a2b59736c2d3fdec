/// An employer with open findings that a plan may visit.
public struct Candidate: Sendable, Equatable {
    /// How an examination takes place.
    public enum Kind: String, Sendable {
        /// At the branch, on summons (pemeriksaan kantor, SPPK).
        case office
        /// At the employer (pemeriksaan lapangan, SPPL).
        case field
    }

    /// The business.
    public let business: Int
    /// Priority; higher first.
    public let score: Int
    /// How it is examined.
    public let kind: Kind
    /// Why it may not be visited at all, when that is so.
    public let obstacle: Omission?

    /// Makes a candidate.
    public init(business: Int, score: Int, kind: Kind, obstacle: Omission? = nil) {
        self.business = business
        self.score = score
        self.kind = kind
        self.obstacle = obstacle
    }
}

/// Why a plan leaves an employer out.
public enum Omission: String, Sendable {
    /// Its region belongs to another office.
    case outsideJurisdiction = "outside_jurisdiction"
    /// Its findings have been waived, or their data corrected.
    case setAside = "set_aside"
    /// Its findings are indications only: no letter may mention them.
    case indicationOnly = "indication_only"
    /// Only data of it is to be corrected, which is no breach.
    case correctionOnly = "correction_only"
    /// It has a visit to come in another month's plan.
    case alreadyPlanned = "already_planned"
    /// All examiners have as many visits as they can make.
    case examinerCapacity = "examiner_capacity"
    /// All labour inspectors have as many visits as they can make.
    case inspectorCapacity = "inspector_capacity"
    /// No day is left on which an examiner and an inspector are both free.
    case noCommonDay = "no_common_day"
}
