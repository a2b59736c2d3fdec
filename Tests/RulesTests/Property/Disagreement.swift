import Postgres
import TestSupport

/// What the database and the auditor by hand say differently of a branch.
struct Disagreement: Sendable {
    let day: CalendarDate
    let database: [String]
    let hand: [String]

    /// Has a branch judged both ways on its days; nil when they agree.
    static func find(_ branch: Branch) async throws -> (first: Disagreement?, lines: Int) {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try BranchOffice(branch, session)
                var count = 0
                for day in branch.days {
                    let said = try office.audit(day)
                    let judged = OfficeFile(branch, office.reading, on: day).lines()
                    count += judged.count
                    guard said == judged else {
                        return (
                            Disagreement(
                                day: day, database: said.subtracting(judged).sorted(),
                                hand: judged.subtracting(said).sorted()),
                            count
                        )
                    }
                }
                return (nil, count)
            }
        }
    }

    /// The firms that the lines name.
    func firms(of branch: Branch) -> Set<Int> {
        Set(
            branch.firms.indices.filter { firm in
                (database + hand).contains { $0.contains(" \(branch.firms[firm].wlkpNumber)") }
            })
    }
}
