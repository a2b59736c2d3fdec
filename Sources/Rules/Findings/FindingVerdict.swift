/// What a person decides about a finding.
public enum FindingVerdict: String, Sendable, CaseIterable {
    /// The employer objects: nobody is accused while the objection is open.
    case contested
    /// No action is taken.
    case waived
    /// The data behind it were wrong, and have been or will be corrected.
    case dataCorrected = "data_corrected"
    /// An earlier decision no longer holds: the finding stands.
    case upheld
}
