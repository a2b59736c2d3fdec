public import Postgres

/// Places joint visits: one examiner and one labour inspector each, on working days, highest score first.
///
/// A pure value: the same input gives the same plan.
public struct Planner: Sendable {
    /// A visit that was placed.
    public struct Placement: Sendable, Equatable {
        /// The employer.
        public let candidate: Candidate
        /// The day.
        public let day: CalendarDate
        /// The BPJS examiner.
        public let examiner: Int
        /// The labour inspector.
        public let inspector: Int
    }

    /// What a plan holds: visits, and who was left out with the reason.
    public struct Result: Sendable, Equatable {
        /// Visits in the order of their placement.
        public var visits: [Placement] = []
        /// Employers left out, highest score first.
        public var omissions: [(candidate: Candidate, reason: Omission)] = []

        /// Compares visits and omissions.
        public static func == (left: Result, right: Result) -> Bool {
            left.visits == right.visits && left.omissions.elementsEqual(right.omissions) { $0 == $1 }
        }
    }

    private let days: [CalendarDate]
    private let visitsPerDay: Int
    private var examiners: Roster
    private var inspectors: Roster

    /// Prepares a planner.
    ///
    /// - Parameters:
    ///   - days: working days on which visits may take place, in order.
    ///   - visitsPerDay: visits an officer can make in a day.
    ///   - examiners: the BPJS examiners.
    ///   - inspectors: the labour inspectors.
    public init(days: [CalendarDate], visitsPerDay: Int, examiners: [Officer], inspectors: [Officer]) {
        self.days = days
        self.visitsPerDay = visitsPerDay
        self.examiners = Roster(examiners)
        self.inspectors = Roster(inspectors)
    }

    /// Places each candidate on the first day that has room, in the given order.
    public func plan(_ candidates: [Candidate]) -> Result {
        var planner = self
        var result = Result()
        for candidate in candidates {
            switch planner.place(candidate) {
            case .success(let placement): result.visits.append(placement)
            case .failure(let reason): result.omissions.append((candidate, reason))
            }
        }
        return result
    }

    private mutating func place(_ candidate: Candidate) -> Swift.Result<Placement, Omission> {
        if let obstacle = candidate.obstacle { return .failure(obstacle) }
        guard examiners.hasCapacity else { return .failure(.examinerCapacity) }
        guard inspectors.hasCapacity else { return .failure(.inspectorCapacity) }
        for day in days {
            guard let examiner = examiners.free(on: day, visitsPerDay: visitsPerDay),
                let inspector = inspectors.free(on: day, visitsPerDay: visitsPerDay)
            else { continue }
            examiners.book(examiner, on: day)
            inspectors.book(inspector, on: day)
            return .success(Placement(candidate: candidate, day: day, examiner: examiner, inspector: inspector))
        }
        return .failure(.noCommonDay)
    }
}

extension Omission: Error {}
