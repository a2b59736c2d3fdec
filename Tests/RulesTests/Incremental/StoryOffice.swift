import Postgres
import Register
import Rules
import TestSupport

/// A database in which a story happens.
struct StoryOffice {
    private let story: Story
    private let database: Database
    /// Helps with the audits of everybody.
    private let helper: Database
    private let folder: RuleFolder
    private var day: CalendarDate
    private var batches: [Int: Int] = [:]
    private var decisions: [Int: Decision] = [:]

    /// What runs said, and how many businesses they judged.
    struct Count: Sendable {
        var runs = 0
        var partial = 0
        /// Partial runs that judged few of those that there are.
        var small = 0
    }

    private(set) var count = Count()

    init(_ story: Story, _ database: Database, helper: Database, _ folder: RuleFolder) async throws {
        (self.story, self.database, self.helper, self.folder) = (story, database, helper, folder)
        day = story.day
        try await database.run { session in
            try Evidence.importFile(.offices, PatuhTemplates.resources.scenarios + "/base/kantor.csv", session)
            for table in Self.clocks.keys { try session.script("alter table \(table) disable trigger user") }
        }
    }

    private static let clocks = [
        "import.batch": "imported_at", "import.withdrawal": "withdrawn_at", "register.business_match": "decided_at",
        "register.person_match": "decided_at", "audit.run": "known_at",
    ]

    /// Lets an hour pass: all that has happened happened an hour earlier.
    private func wait() async throws {
        try await database.run { session in
            for (table, column) in Self.clocks {
                try session.script("update \(table) set \(column) = \(column) - interval '1 hour'")
            }
        }
    }

    /// Does what a step says.
    mutating func perform(_ step: Story.Step) async throws {
        switch step.act {
        case .goOn(let days): day = day.days(days)
        case .editRule(let edit): try edit.apply(folder)
        case .takeIn(let paper):
            batches[step.number] = try await database.run { [self] in try takeIn(paper, step.number, $0) }
        case .decide(let decision):
            decisions[step.number] = decision
            try await database.run { [self] in try decide(decision, $0) }
        case .decideOtherwise(let number):
            guard let old = decisions[number] else { return }
            let new = Decision(one: old.one, other: old.other, isSame: !old.isSame)
            decisions[number] = new
            try await database.run { [self] in try decide(new, $0) }
        default: try await database.run { [self] in try perform(step.act, $0) }
        }
    }

    private func perform(_ act: Story.Act, _ session: Session) throws {
        do {
            switch act {
            case .takeBack(let number):
                guard let batch = batches[number] else { return }
                _ = try Withdrawal.withdraw(
                    batch, office: try Office.find(nil, in: session), reason: "a test", session: session)
            case .recognise(let recognition, let isSame): try recognise(recognition, isSame, session)
            case .enter(let entry): try enter(entry, session)
            case .changeLaw(let change): try change.apply(session)
            default: return
            }
        } catch let fault as Fault where Self.refusals.contains(fault.code) {
            return
        }
    }

    /// What an office is told when what it wants cannot be; the story goes on.
    private static let refusals: [Fault.Code] = [
        .batchIsNeeded, .batchStays, .matchRefused, .businessUnknown, .businessAmbiguous, .entryKnown, .entryRefused,
        .listMissing,
    ]

    private func takeIn(_ paper: Paper, _ number: Int, _ session: Session) throws -> Int? {
        if paper.replaces != nil, paper.replaces.flatMap({ batches[$0] }) == nil { return nil }
        if let mends = paper.mends, batches[mends] == nil { return nil }
        do {
            return try paper.takeIn(
                number: number, of: story.branch, replacing: paper.replaces.flatMap { batches[$0] }, session)?.batch
        } catch let fault as Fault where Self.refusals.contains(fault.code) {
            return nil
        }
    }

    private func decide(_ decision: Decision, _ session: Session) throws {
        let codes = [decision.one, decision.other].map { firm in
            let known = story.branch.firms[firm]
            return known.showsCode ? known.entityCode : known.wlkpNumber
        }
        do {
            _ = try BusinessMatch.decide(
                decision.isSame ? .same : .different, (codes[0], codes[1]), office: try Office.find(nil, in: session),
                reason: "a test", session: session)
        } catch let fault as Fault where Self.refusals.contains(fault.code) {
            return
        }
    }

    private func recognise(_ recognition: Recognition, _ isSame: Bool, _ session: Session) throws {
        let somebody = Somebody(number: recognition.worker)
        let row = try session.row(
            """
            select
                (select register.person_code(min(person_id)) from register.person where nik is null and name = \(somebody.name)) as worker,
                (select register.person_code(person_id) from register.person where nik::text = \(somebody.nik)) as person
            """)
        guard let worker: String = try row.getIfPresent("worker"), let person: String = try row.getIfPresent("person")
        else { return }
        try WorkerMatch.decide(
            isSame ? .same : .different, worker: worker, person: person, office: try Office.find(nil, in: session),
            reason: "a test", session: session)
    }

    private func enter(_ entry: HandEntry, _ session: Session) throws {
        let office = try Office.find(nil, in: session)
        func known(_ firm: Int) throws -> BusinessEntry {
            try BusinessEntry.known(code(firm), of: office, in: session)
        }
        let source = "a call"
        let made: Entry
        switch entry {
        case .employer(let name, let regency, let workers):
            var business = BusinessEntry()
            (business.name, business.address, business.region) = (name, "Jl. Lain", regency)
            business.workers = workers
            made = business.entry(on: day, source: source)
        case .closing(let firm, let on):
            var business = try known(firm)
            business.closedOn = on
            made = business.entry(on: on, source: source)
        case .workers(let firm, let workers):
            var business = try known(firm)
            business.workers = workers
            made = business.entry(on: day, source: source)
        case .payment(let firm, let on, let amount):
            made = Entry(
                .payments, layout: "entri_pembayaran", source: source, employer: code(firm),
                fields: [
                    ("Tanggal Bayar", on.dayFirst), ("Jumlah", String(amount)), ("Bank", "BCA"),
                    ("Referensi", "T-\(on.dayFirst)"),
                ])
        case .worker(let firm, let worker, let change, let wage):
            let somebody = Somebody(number: worker)
            made = Entry(
                .workers, layout: "entri_pekerja", source: source, asOf: day, employer: code(firm),
                fields: [
                    ("NIK", somebody.nik), ("Nama", somebody.name), ("Jenis Perubahan", change.rawValue),
                    ("Tanggal Lahir", somebody.birth.dayFirst), ("Upah", wage.map(String.init)),
                ])
        }
        _ = try made.record(office: nil, resources: PatuhTemplates.resources, session: session)
    }

    private func code(_ firm: Int) -> String {
        let known = story.branch.firms[firm]
        return known.showsCode ? known.entityCode : known.wlkpNumber
    }

    /// Audits as an office would, and then everybody without storing; returns what the second says differently.
    mutating func audit() async throws -> [String] {
        try await wait()
        let auditor = Auditor(folder.resources)
        let run = try await database.run { [day] in try auditor.run(AuditRequest(asOf: day), session: $0) }
        let full = try await auditor.run(
            AuditRequest(asOf: day, dryRun: true, everybody: true), database, helpers: [helper])
        let judged = try await database.run { session in
            try session.row(
                """
                select r.partial, r.partial and r.judged * 3 < (select count(*) from register.business) as small
                from audit.run as r where r.run_id = \(run.run ?? 0)
                """)
        }
        count.runs += 1
        if try judged.get("partial") { count.partial += 1 }
        if try judged.get("small") { count.small += 1 }
        return Self.differences(run, full)
    }

    private static func differences(_ run: AuditSummary, _ full: AuditSummary) -> [String] {
        var differences: [String] = []
        for (name, number) in [
            ("new", full.new), ("changed", full.changed), ("reopened", full.reopened), ("resolved", full.resolved),
            ("differing", full.differing),
        ] where number != 0 {
            differences.append("an audit of everybody finds \(name): \(number)")
        }
        let said = lines(run)
        let saidOfAll = lines(full)
        differences += said.subtracting(saidOfAll).sorted().map { "the run alone: \($0)" }
        differences += saidOfAll.subtracting(said).sorted().map { "everybody alone: \($0)" }
        return differences
    }

    private static func lines(_ summary: AuditSummary) -> Set<String> {
        Set(
            summary.rules.map {
                "\($0.header.code): tested \($0.tested), found \($0.violations) of \($0.businesses), \($0.amount)"
            } + summary.notJudged.map { "\($0.rule): \($0.reason) \($0.subjects) of \($0.businesses)" })
    }
}
