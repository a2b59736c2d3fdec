/// The months a sample covers, by ordinal.
struct Window {
    let first: Int
    let last: Int

    init(last month: SampleMonth, count: Int) {
        last = month.ordinal
        first = month.ordinal - count + 1
    }

    var count: Int { last - first + 1 }
    var months: [SampleMonth] { (first...last).map(SampleMonth.init(ordinal:)) }
    var lastYear: Int { SampleMonth(ordinal: last).year }

    /// The day on which the truth is judged.
    var asOf: CivilDate { SampleMonth(ordinal: last).lastDay }
}
