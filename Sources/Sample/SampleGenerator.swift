/// Makes the files of a sample branch, with violations planted among lawful firms.
public enum SampleGenerator {
    /// Writes a sample into a folder, which is created, or emptied when it holds an earlier sample.
    ///
    /// The same options give the same bytes. Firms are made one by one, so that memory does not grow with them.
    /// - Parameters:
    ///   - options: What the branch looks like.
    ///   - folder: Where the files go once all of them are complete.
    /// - Returns: The files with their rows, and what was planted.
    /// - Throws: ``SampleError`` when the options, the reference data or the folder will not do.
    public static func generate(_ options: SampleOptions, into folder: String) throws -> SampleSummary {
        try options.validate()
        let window = Window(last: options.lastMonth, count: options.months)
        let territory = try Territory(
            province: options.province, year: options.lastMonth.year, folder: options.referenceFolder)
        let target = try SampleFolder(folder)
        defer { target.discard() }

        let files = try SampleFiles(folder: target.draft, window: window)
        var people = PersonFactory(territory: territory, asOf: window.asOf)
        var chance = SplitMix64(seed: options.seed, stream: 0)
        try OfficeWriter(files: files, territory: territory, window: window).write(&people, &chance)

        var writer = FirmWriter(files: files, window: window, territory: territory, people: people)
        for start in stride(from: 0, to: options.businesses, by: Profile.deckSize) {
            let block = start..<min(start + Profile.deckSize, options.businesses)
            try write(block, options, window, territory, &writer)
        }
        try writer.truth.write(to: files.truth)
        for file in files.all { try file.flush() }
        try target.publish(files.all.map(\.name))
        return SampleSummary(
            files: files.all.map { SampleSummary.File(name: $0.name, rows: $0.rows) },
            businesses: options.businesses, workers: writer.workers, planted: writer.truth.counts)
    }

    /// Writes the firms that share one deck of profiles.
    private static func write(
        _ block: Range<Int>, _ options: SampleOptions, _ window: Window, _ territory: Territory,
        _ writer: inout FirmWriter
    ) throws {
        var streams = block.map { SplitMix64(seed: options.seed, stream: UInt64($0) * 2 + 2) }
        let classes = block.map { SizeClass.of(firm: $0) }
        let sizes = classes.indices.map { classes[$0].headcount(in: options.businesses, &streams[$0]) }
        var dealer = SplitMix64(seed: options.seed, stream: UInt64(block.lowerBound) * 2 + 1)
        let profiles = Profile.deal(to: sizes, &dealer)
        for (place, index) in block.enumerated() {
            let firm = Firm(
                index: index, size: classes[place], headcount: sizes[place], profile: profiles[place],
                window: window, territory: territory, &streams[place])
            try writer.write(firm, &streams[place])
        }
    }
}
