import Register
import Testing

@testable import Patuh

@Suite struct ProgressTextTests {
    @Test(
        arguments: [
            (.reading(rows: 400_000, share: 0.4), 4, 0, "40 %, 400000 rows, 100000 rows/s, about 6 s left"),
            (.reading(rows: 10_000, share: 0), 2, 0, "0 %, 10000 rows, 5000 rows/s"),
            (.reading(rows: 1_000, share: 0.001), 2, 0, "0 %, 1000 rows, 500 rows/s, about 34 min left"),
            (.reading(rows: 500_000, share: 1), 2.5, 0, "100 %, 500000 rows, 200000 rows/s, about 0 s left"),
            (.checking(rows: 7), 3.2, 3, "checking 7 rows, 4 s so far"),
            // 100000 rows/s so far: 6 s for 600000 rows, of which 2 s have gone.
            (.writing(rows: 600_000, read: 1_000_000), 12, 10, "writing 600000 rows, 12 s so far, about 4 s left"),
            (.writing(rows: 1_000_000, read: 1_000_000), 10, 10, "writing 1000000 rows, 10 s so far, about 10 s left"),
            // What the stages before took is over: nobody knows how long the last one takes.
            (.writing(rows: 600_000, read: 1_000_000), 16, 10, "writing 600000 rows, 16 s so far"),
            (.writing(rows: 600_000, read: 1_000_000), 121, 10, "writing 600000 rows, 3 min so far"),
            (.writing(rows: 0, read: 5), 4, 3, "writing 0 rows, 4 s so far"),
            (.writing(rows: 0, read: 0), 4, 3, "writing 0 rows, 4 s so far"),
        ] as [(ImportStage, Double, Double, String)])
    func words(stage: ImportStage, seconds: Double, before: Double, expected: String) {
        #expect(ProgressText.of(stage, after: seconds, before: before) == expected)
    }
}
