import Register

/// What is said of how far an import is.
enum ProgressText {
    /// The stage in words, with rate and time left while the file is read.
    ///
    /// - Parameters:
    ///   - stage: the stage.
    ///   - seconds: how long the import has taken so far.
    /// - Returns: words such as `41 %, 400000 rows, 120000 rows/s, about 5 s left`.
    static func of(_ stage: ImportStage, after seconds: Double) -> String {
        switch stage {
        case .reading(let rows, let share):
            let rate = Int(Double(rows) / max(seconds, 0.001))
            let left = share > 0 ? ", about \(duration(seconds * (1 - share) / share)) left" : ""
            return "\(Int(share * 100)) %, \(rows) rows, \(rate) rows/s\(left)"
        case .checking(let rows): return "checking \(rows) rows, \(duration(seconds)) so far"
        case .writing(let rows): return "writing \(rows) rows, \(duration(seconds)) so far"
        }
    }

    private static func duration(_ seconds: Double) -> String {
        seconds < 120 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
    }
}
