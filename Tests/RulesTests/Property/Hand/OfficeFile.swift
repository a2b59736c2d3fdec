import Postgres

/// What lies before an auditor on a day: the papers that stand, without rows that were refused, and what follows from them
/// for the office as a whole.
struct OfficeFile {
    /// A row with the number and the day of its paper.
    struct Entry {
        let paper: Int
        let day: CalendarDate
        let row: any PaperRow
    }

    let branch: Branch
    let reading: Reading
    let day: CalendarDate
    private let entries: [Int: [Entry]]
    /// The rows of papers that came in and have been taken back.
    private let withdrawn: [Int: [Entry]]
    /// Day of the newest list of registered employers.
    let employerListOn: CalendarDate?
    /// Up to which day the payments are complete.
    let paymentsUntil: CalendarDate?
    /// From which day on they are.
    let paymentsFrom: CalendarDate?
    /// Member lists that have lost rows, by their day.
    private let lacking: [CalendarDate: [Int]]
    /// Kinds of numbers that the list of registered employers gives.
    let comparableKinds: Set<String>
    /// What people have decided about firms.
    let decisions: [Decision]
    /// The records of each employer.
    let employers: [Set<Int>]

    init(_ branch: Branch, _ reading: Reading, on day: CalendarDate) {
        self.branch = branch
        self.reading = reading
        self.day = day
        let papers = branch.papers.enumerated().filter { !reading.gone.contains($0.offset) }
        entries = Self.entries(papers.map { ($0.offset, $0.element) }, reading)
        withdrawn = Self.entries(
            branch.papers.enumerated().filter { reading.gone.contains($0.offset) && reading.refused[$0.offset] != nil }
                .map { ($0.offset, $0.element) }, reading)
        employerListOn = papers.filter { $0.element.kind == .master }.map(\.element.day).max()
        paymentsUntil = papers.filter { $0.element.kind == .payments }.map(\.element.day).max()
        paymentsFrom = entries.values.joined().compactMap { ($0.row as? PaymentRow)?.day }.min()
        lacking = Self.lacking(papers.map { ($0.offset, $0.element) }, reading)
        let master = entries.values.joined().compactMap { $0.row as? MasterRow }
        comparableKinds = Set(
            master.flatMap { ($0.givesNPP ? ["npp"] : []) + ($0.givesNPWP ? ["npwp"] : []) } + ["code"])
        decisions = branch.decisions.enumerated().filter { reading.decided.contains($0.offset) }.map(\.element)
        employers = Self.groups(branch, decisions)
    }

    private static func entries(_ papers: [(Int, Paper)], _ reading: Reading) -> [Int: [Entry]] {
        var entries: [Int: [Entry]] = [:]
        for (number, paper) in papers {
            for (place, row) in paper.rows.enumerated() where !reading.isRefused(place, of: number) {
                entries[row.firm, default: []].append(Entry(paper: number, day: paper.day, row: row))
            }
        }
        return entries
    }

    var month: CalendarDate { day.firstOfMonth }

    /// Whether the list of registered employers is new enough to call somebody missing.
    var hasEmployerList: Bool { employerListOn.map { $0 >= day.months(-HandLaw.listAge) } ?? false }

    /// Arrears are stated as of the day up to which payments are known.
    var arrearsDay: CalendarDate { min(day, paymentsUntil ?? day) }

    /// The rows of a kind about some records, in the order in which they came in: those that count, or those taken back.
    func rows<Row: PaperRow>(
        _ records: Set<Int>, _ kind: Row.Type, withdrawn isWithdrawn: Bool = false
    ) -> [(paper: Int, day: CalendarDate, row: Row)] {
        records.flatMap { (isWithdrawn ? withdrawn : entries)[$0] ?? [] }.compactMap { entry in
            (entry.row as? Row).map { (entry.paper, entry.day, $0) }
        }.sorted { $0.0 < $1.0 }
    }

    /// Whether one record came in after another, by any paper that was ever read.
    func isKnownLater(_ one: Int, than other: Int) -> Bool {
        func first(_ firm: Int) -> [Int] {
            for (number, paper) in branch.papers.enumerated() {
                let place = paper.rows.indices.first {
                    paper.rows[$0].firm == firm && !reading.isRefused($0, of: number)
                }
                if let place { return [number, place] }
            }
            return []
        }
        return first(other).lexicographicallyPrecedes(first(one))
    }

    /// The list that a paper belongs to: rows that came back mended belong to the list that refused them.
    func list(_ paper: Int) -> Int { branch.papers[paper].mends ?? paper }

    /// Whether a member list, or a later one of its day, has lost rows that have not all come back.
    func isIncomplete(_ list: Int, on day: CalendarDate) -> Bool { (lacking[day] ?? []).contains { $0 >= list } }

    private static func lacking(_ papers: [(Int, Paper)], _ reading: Reading) -> [CalendarDate: [Int]] {
        var lacking: [CalendarDate: [Int]] = [:]
        for (number, paper) in papers where paper.kind == .members && paper.mends == nil {
            let refused = reading.refused[number]?.count ?? 0
            let back = papers.filter { $0.1.mends == number }.map { number, paper in
                paper.rows.count - (reading.refused[number]?.count ?? 0)
            }
            if refused > back.reduce(0, +) { lacking[paper.day, default: []].append(number) }
        }
        return lacking
    }

    /// Records that people have decided are one employer; of two decisions about a pair the later counts.
    private static func groups(_ branch: Branch, _ decisions: [Decision]) -> [Set<Int>] {
        var groups = branch.firms.indices.map { Set([$0]) }
        var verdicts: [[Int]: Bool] = [:]
        for decision in decisions {
            verdicts[[decision.one, decision.other].sorted()] = decision.isSame
        }
        for (pair, isSame) in verdicts where isSame {
            let joined = groups.filter { !$0.isDisjoint(with: pair) }.reduce(Set<Int>()) { $0.union($1) }
            groups = groups.filter { $0.isDisjoint(with: pair) } + [joined]
        }
        return groups
    }

    /// What the rules checked by hand say, line by line.
    func lines() -> Set<String> {
        var lines: Set<String> = []
        for records in employers {
            let dossier = Dossier(file: self, records: records)
            for rule in HandRules.all { lines.formUnion(rule.judge(dossier).lines(rule.code, dossier.label)) }
        }
        return lines
    }
}

/// What the importer did with the papers of a branch: whose acceptance of rows is not what is checked here.
struct Reading: Sendable {
    /// Places of refused rows by paper.
    var refused: [Int: Set<Int>] = [:]
    /// Papers that do not count: taken back, replaced or not taken in at all.
    var gone: Set<Int> = []
    /// Places of decisions about firms that were possible.
    var decided: Set<Int> = []
    /// Places of recognitions that were possible: somebody with the NIK was known.
    var recognised: Set<Int> = []

    func isRefused(_ place: Int, of paper: Int) -> Bool { refused[paper]?.contains(place) == true }
}
