/// The version of Patuh.
public enum Version {
    /// As printed by `patuh --version` and stored with every audit run.
    public static let current = "0.1.0"
}
