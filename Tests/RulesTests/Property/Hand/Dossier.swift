import Postgres

/// All that is known of one employer, under whatever numbers.
struct Dossier {
    let file: OfficeFile
    let records: Set<Int>

    /// What it is called in the lines: its first record.
    var label: String { file.branch.firms[records.min() ?? 0].wlkpNumber }

    func rows<Row: PaperRow>(_ kind: Row.Type) -> [(paper: Int, day: CalendarDate, row: Row)] {
        file.rows(records, kind)
    }

    /// What the list of BPJS Kesehatan says: the newest row about each record, whose dates speak for themselves.
    ///
    /// Of several records the newest speaks, and of one day the one that is registered, and closes last.
    var master: MasterRow? {
        newest(rows(MasterRow.self).map { Told($0.row, $0.row.firm, $0.day, $0.paper) }) { row in
            [row.registeredOn <= file.day ? .latest : .earliest, row.closedOn ?? .latest]
        }
    }

    /// A row about a record, of a paper of a day.
    private struct Told<Row> {
        let row: Row
        let firm: Int
        let day: CalendarDate
        let paper: Int

        init(_ row: Row, _ firm: Int, _ day: CalendarDate, _ paper: Int) {
            (self.row, self.firm, self.day, self.paper) = (row, firm, day, paper)
        }
    }

    /// The newest row about each record, and of those the newest; of one day that of the higher rank, of the later paper,
    /// of the record known first.
    private func newest<Row>(_ told: [Told<Row>], rank: (Row) -> [CalendarDate]) -> Row? {
        Dictionary(grouping: told, by: \.firm).values
            .compactMap { told in told.max { ($0.day, $0.paper) < ($1.day, $1.paper) } }
            .max { one, other in
                guard one.day == other.day else { return one.day < other.day }
                let ranks = (rank(one.row), rank(other.row))
                guard ranks.0 == ranks.1 else { return ranks.0.lexicographicallyPrecedes(ranks.1) }
                guard one.paper == other.paper else { return one.paper < other.paper }
                return file.isKnownLater(one.firm, than: other.firm)
            }?.row
    }

    /// What a list of others says of a record.
    private struct Report {
        let isOpen: Bool
        let closedOn: CalendarDate?
        let firm: Int
    }

    /// What other lists up to the day say, in the same order.
    private var told: Report? {
        let reports = rows(ReportRow.self).map { entry in
            let row = entry.row
            return Told(
                Report(isOpen: row.isOpen, closedOn: row.isOpen ? nil : row.day, firm: row.firm), row.firm, row.day,
                entry.paper)
        }
        let notes = rows(FieldRow.self).map { entry in
            let row = entry.row
            return Told(
                Report(isOpen: row.closedOn == nil, closedOn: row.closedOn, firm: row.firm), row.firm, entry.day,
                entry.paper)
        }
        let told = (reports + notes).filter { $0.day <= file.day }
        guard
            let last = newest(
                told,
                rank: { report in
                    [report.isOpen ? .latest : .earliest, report.closedOn ?? .latest]
                })
        else { return nil }
        let own = told.filter { $0.firm == last.firm }
        guard !last.isOpen, last.closedOn == own.map(\.day).max() else { return last }
        // Said again that it is closed, without a day: the first word of it tells the day.
        let open = own.filter(\.row.isOpen).map(\.day).max() ?? .earliest
        let first = own.filter { !$0.row.isOpen && $0.day > open }.compactMap(\.row.closedOn).min()
        return Report(isOpen: false, closedOn: first ?? last.closedOn, firm: last.firm)
    }

    private func regency(_ firm: Int) -> String { file.branch.firms[firm].regency }

    /// Listed by BPJS Kesehatan, from the day on or before.
    var isRegistered: Bool { master.map { $0.registeredOn <= file.day } ?? false }

    /// Not closed by the day: as BPJS Kesehatan says of those that are registered or that nobody else knows, as other lists say
    /// of others.
    var isActive: Bool {
        if isRegistered { return master?.closedOn.map { $0 > file.day } ?? true }
        guard let told else { return master.map { $0.closedOn.map { $0 > file.day } ?? true } ?? false }
        return told.isOpen || told.closedOn.map { $0 > file.day } ?? false
    }

    /// The day from which others say that an employer is closed which BPJS Kesehatan has as active.
    ///
    /// Whoever registered after that has opened again, and lists of workers of later months contradict it.
    var closedElsewhereOn: CalendarDate? {
        guard isRegistered, isActive, let told, !told.isOpen, let closed = told.closedOn, let master else { return nil }
        return closed > master.registeredOn && closed <= file.day && !worksOn(from: closed) ? closed : nil
    }

    var regency: String? { master.map { regency($0.firm) } ?? told.map { regency($0.firm) } }

    func minimumWage(_ month: CalendarDate) -> Int? { regency.flatMap { HandLaw.minimumWage($0, month) } }

    /// A number of workers, of a day.
    struct Count {
        let workers: Int
        let day: CalendarDate
    }

    var headcount: Int? { count?.workers }

    /// The newest number of workers, whoever gives it.
    ///
    /// What a source says anew of a day takes the place of what it said before; of several sites, and of sources that
    /// differ, the largest speaks.
    var count: Count? {
        struct Key: Hashable {
            let firm: Int
            let source: String
            let day: CalendarDate
        }
        let told =
            rows(ReportRow.self).map {
                (Key(firm: $0.row.firm, source: "wlkp", day: $0.row.day), $0.paper, $0.row.workers)
            }
            + rows(CountRow.self).map {
                (Key(firm: $0.row.firm, source: "count", day: $0.row.month), $0.paper, $0.row.workers)
            }
            + rows(FieldRow.self).compactMap { entry in
                entry.row.workers.map { (Key(firm: entry.row.firm, source: "field", day: entry.day), entry.paper, $0) }
            }
        let newest = told.filter { $0.0.day <= file.day }.map(\.0.day).max()
        var latest: [Key: (paper: Int, workers: Int)] = [:]
        for (key, paper, workers) in told where key.day == newest && (latest[key]?.paper ?? -1) <= paper {
            latest[key] = (paper, workers)
        }
        guard let newest, let workers = latest.values.map(\.workers).max() else { return nil }
        return Count(workers: workers, day: newest)
    }

    /// How many are enrolled by what those who count workers say themselves of a month; of what differs the largest.
    func enrolledBySources(_ month: CalendarDate) -> Int? {
        let told = rows(CountRow.self).map { ($0.paper, $0.row) }.filter { $0.1.month == month && month <= file.day }
        let newest = Dictionary(grouping: told, by: \.1.firm).values.compactMap { $0.max { $0.0 < $1.0 }?.1 }
        return newest.compactMap(\.enrolled).max()
    }
}
