public import Postgres
import Register

/// What people did in a case, told in a file of its own.
public struct ScenarioEvents: Sendable {
    /// The file of the case that tells them.
    public let file: String
    /// Records the lines below its headings.
    let record: @Sendable (_ lines: [Scenario.Line], _ session: Session) throws -> Void

    /// Events of a target above this one.
    ///
    /// - Parameters:
    ///   - file: the file of a case that tells them.
    ///   - record: records the lines below its headings, after the evidence and before the audit.
    public init(
        file: String, record: @escaping @Sendable (_ lines: [Scenario.Line], _ session: Session) throws -> Void
    ) {
        self.file = file
        self.record = record
    }

    /// What has been decided about businesses: `number,other number,verdict`.
    static let decisions = ScenarioEvents(file: "decisions.csv") { lines, session in
        for line in lines {
            let fields = line.split(separator: ",").map(String.init)
            guard fields.count == 3, let verdict = MatchVerdict(rawValue: fields[2]) else {
                throw Fault(.csvMalformed, "decisions.csv must say: number,other number,verdict.")
            }
            _ = try BusinessMatch.decide(
                verdict, (fields[0], fields[1]), office: try Office.find(nil, in: session), reason: "a case",
                session: session)
        }
    }
}
