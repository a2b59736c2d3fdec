import Postgres
import Register

/// What happens in a made-up office one after the other, with an audit after each step.
struct Story: Sendable {
    /// The firms; its papers are in the steps.
    let branch: Branch
    /// The day as of which is audited, until a step says otherwise.
    let day: CalendarDate
    var steps: [Step]

    struct Step: Sendable {
        /// Stays the same when other steps are left out.
        let number: Int
        var act: Act
    }

    enum Act: Sendable {
        /// A file comes in; ``Paper/replaces`` and ``Paper/mends`` are numbers of steps.
        case takeIn(Paper)
        /// The file of a step is taken back.
        case takeBack(Int)
        case decide(Decision)
        /// What was decided about a pair is decided the other way.
        case decideOtherwise(Int)
        case recognise(Recognition, isSame: Bool)
        case enter(HandEntry)
        case changeLaw(LawChange)
        case editRule(RuleEdit)
        /// The audits are as of a later day from here on.
        case goOn(days: Int)
        case nothing
    }
}

/// What comes by phone or on paper.
enum HandEntry: Sendable {
    case employer(name: String, regency: String, workers: Int)
    case closing(firm: Int, on: CalendarDate)
    case workers(firm: Int, Int)
    case payment(firm: Int, on: CalendarDate, amount: Int)
    case worker(firm: Int, worker: Int, ChangeRow.Change, wage: Int?)
}

/// A row of the law that is replaced, as a new version of the data would.
enum LawChange: Sendable {
    case cap(Int)
    case minimumWage(regency: String, amount: Int)
    case listAge(months: Int)
    case alikeness(percent: Int)

    var dataset: String {
        switch self {
        case .cap: "parameters/parameters"
        case .minimumWage: "reference/umk_2026"
        case .listAge, .alikeness: "parameters/settings"
        }
    }

    func apply(_ session: Session) throws {
        switch self {
        case .cap(let amount):
            try session.execute(
                "update reference.parameter set value = \(amount) where name = 'wage_cap' and upper_inf(period)")
        case .minimumWage(let regency, let amount):
            try session.execute(
                """
                update reference.minimum_wage set amount = \(amount)
                where region_code = \(regency) and period @> '2026-06-01'::date
                """)
        case .listAge(let months):
            try session.execute(
                "update reference.setting set value = \(months) where name = 'roster_max_age_months'")
        case .alikeness(let percent):
            try session.execute(
                "update reference.setting set value = \(percent) where name = 'match_same_name_similarity'")
        }
        let changed = try session.execute(
            """
            update reference.dataset set sha256 = encode(sha256(convert_to(sha256 || \("\(self)"), 'UTF8')), 'hex')
            where name = \(dataset)
            """)
        guard changed == 1 else { throw NoSuchDataset(name: dataset) }
    }

    struct NoSuchDataset: Error {
        let name: String
    }
}

/// A rule file that is changed, or changed back when it has been.
enum RuleEdit: Sendable, CaseIterable {
    case retitled, weakened, removed

    func apply(_ folder: RuleFolder) throws {
        switch self {
        case .retitled: try folder.toggle("IUR-01", "-- title_en: ", "-- title_en: New: ")
        case .weakened: try folder.toggle("DAT-02", "-- strength: established\n", "-- strength: presumption\n")
        case .removed: try folder.toggle("DAT-01")
        }
    }
}
