import Register

/// What is said of how far an import is.
enum ProgressText {
    /// The stage in words, with rate and time left while the file is read, and time left while the rows are written.
    ///
    /// The server says nothing while it writes. What is left is then told by the rows and the rate of the stages before:
    /// each of them took every row once from one table to another, as the last one does. When that time is over nothing
    /// is known, and none is shown.
    ///
    /// - Parameters:
    ///   - stage: the stage.
    ///   - seconds: how long the import has taken so far.
    ///   - before: how long it had taken when the stage began.
    /// - Returns: words such as `41 %, 400000 rows, 120000 rows/s, about 5 s left`.
    static func of(_ stage: ImportStage, after seconds: Double, before: Double) -> String {
        switch stage {
        case .reading(let rows, let share):
            let rate = Int(Double(rows) / max(seconds, 0.001))
            let left = share > 0 ? ", about \(duration(seconds * (1 - share) / share)) left" : ""
            return "\(Int(share * 100)) %, \(rows) rows, \(rate) rows/s\(left)"
        case .checking(let rows): return "checking \(rows) rows, \(duration(seconds)) so far"
        case .writing(let rows, let read):
            let expected = read > 0 ? before * Double(rows) / Double(read) : 0
            let left = expected - (seconds - before)
            return "writing \(rows) rows, \(duration(seconds)) so far"
                + (left > 0 ? ", about \(duration(left)) left" : "")
        }
    }

    private static func duration(_ seconds: Double) -> String {
        seconds < 120 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
    }
}
