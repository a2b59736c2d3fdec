/// The schema of the tables that audits work with.
public enum WorkSchema {
    /// Removes all that audits have left in it.
    public static let emptying = """
        drop schema if exists work cascade;
        create schema work;
        comment on schema work is 'Work tables of the audit run in progress; without rows between runs.';
        """
}
