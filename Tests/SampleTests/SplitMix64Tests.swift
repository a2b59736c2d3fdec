import Testing

@testable import Sample

@Suite struct SplitMix64Tests {
    @Test func `the sequence is the published one`() {
        var chance = SplitMix64(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in chance.next() } == expected)
    }

    @Test func `streams of a seed differ`() {
        var numbers: Set<UInt64> = []
        for stream in 0..<1_000 {
            var chance = SplitMix64(seed: 1, stream: UInt64(stream))
            numbers.insert(chance.next())
        }
        #expect(numbers.count == 1_000)
    }

    @Test func `numbers stay within their bounds and reach them`() {
        var chance = SplitMix64(seed: 5)
        let numbers = (0..<2_000).map { _ in chance.between(-3, 3) }
        #expect(Set(numbers) == Set(-3...3))
        #expect(chance.below(0) == 0)
        #expect(chance.between(9, 4) == 9)
    }

    @Test func `the tail is heavy and bounded`() {
        var chance = SplitMix64(seed: 6)
        let sizes = (0..<5_000).map { _ in chance.heavyTail(from: 100, to: 15_000) }.sorted()
        #expect(sizes[0] >= 100 && sizes[4_999] <= 15_000 && sizes[4_999] > 8_000)
        #expect((160...210).contains(sizes[2_500]))
    }

    @Test func `shuffling keeps everything`() {
        var chance = SplitMix64(seed: 7)
        var items = Array(0..<100)
        chance.shuffle(&items)
        #expect(items != Array(0..<100))
        #expect(items.sorted() == Array(0..<100))
    }
}
