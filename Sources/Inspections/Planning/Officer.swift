public import Postgres

/// An examiner or labour inspector as the planner sees one.
public struct Officer: Sendable {
    /// Key in the database.
    public let id: Int
    /// Most visits in the month.
    public let capacity: Int
    /// Days on which the officer cannot inspect.
    public let absences: Set<CalendarDate>

    /// Makes an officer.
    public init(id: Int, capacity: Int, absences: Set<CalendarDate> = []) {
        self.id = id
        self.capacity = capacity
        self.absences = absences
    }
}
