import Postgres

/// What the lists by segment say: who else pays for a person.
extension OfficeFile {
    struct Participant {
        let segment: SegmentRow.Segment
        let day: CalendarDate
        let from: CalendarDate?
        /// Not in two segments at once.
        let isClear: Bool
    }

    private var segmentRows: [(paper: Int, day: CalendarDate, row: SegmentRow)] {
        rows(Set(branch.firms.indices), SegmentRow.self)
    }

    /// The day of the newest list of each segment.
    var segmentLists: [SegmentRow.Segment: CalendarDate] {
        segmentRows.reduce(into: [:]) { $0[$1.row.segment] = max($0[$1.row.segment] ?? .earliest, $1.day) }
    }

    /// In which segment a person is by the newest of these lists.
    func participant(_ worker: Int) -> Participant? {
        let lists = segmentLists
        let own = segmentRows.filter { $0.row.worker == worker && $0.day == lists[$0.row.segment] }
        let newest = own.filter { $0.day == own.map(\.day).max() }
        let latest = Dictionary(grouping: newest, by: \.row.segment).values.compactMap {
            $0.max { $0.paper < $1.paper }
        }
        guard let first = latest.min(by: { $0.row.segment.rawValue < $1.row.segment.rawValue }) else { return nil }
        return Participant(
            segment: first.row.segment, day: first.day, from: first.row.from, isClear: latest.count == 1)
    }
}
