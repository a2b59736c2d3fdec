import Postgres

/// One thing that must hold of the files of the law.
protocol LawCheck: Sendable {
    /// What it is called behind each problem it finds.
    static var name: String { get }

    init()

    /// Everything that speaks against it on a day.
    func problems(in book: LawBook, on day: CalendarDate) throws -> [LawProblem]
}

extension LawCheck {
    func error(_ path: String, _ line: Int, _ message: String) -> LawProblem {
        LawProblem(severity: .error, check: Self.name, path: path, line: line, message: message)
    }

    func error(_ row: LawRow, _ message: String) -> LawProblem { error(row.path, row.line, message) }

    func warning(_ path: String, _ line: Int, _ message: String) -> LawProblem {
        LawProblem(severity: .warning, check: Self.name, path: path, line: line, message: message)
    }

    func warning(_ row: LawRow, _ message: String) -> LawProblem { warning(row.path, row.line, message) }
}
