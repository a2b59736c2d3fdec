import Register
import Testing

@testable import Patuh

@Suite struct ProgressTextTests {
    @Test(
        arguments: [
            (.reading(rows: 400_000, share: 0.4), 4, "40 %, 400000 rows, 100000 rows/s, about 6 s left"),
            (.reading(rows: 10_000, share: 0), 2, "0 %, 10000 rows, 5000 rows/s"),
            (.reading(rows: 1_000, share: 0.001), 2, "0 %, 1000 rows, 500 rows/s, about 34 min left"),
            (.reading(rows: 500_000, share: 1), 2.5, "100 %, 500000 rows, 200000 rows/s, about 0 s left"),
            (.checking(rows: 7), 3.2, "checking 7 rows, 4 s so far"),
            (.writing(rows: 7), 121, "writing 7 rows, 3 min so far"),
        ] as [(ImportStage, Double, String)])
    func words(stage: ImportStage, seconds: Double, expected: String) {
        #expect(ProgressText.of(stage, after: seconds) == expected)
    }
}
