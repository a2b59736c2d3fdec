/// What a generated sample contains.
public struct SampleSummary: Sendable, Equatable {
    /// One file of the sample.
    public struct File: Sendable, Equatable {
        /// The file's name inside the sample's folder.
        public let name: String
        /// Data rows, without titles and headers.
        public let rows: Int
    }

    /// The files in the order in which they were put into the folder.
    public let files: [File]
    /// Firms, registered or not.
    public let businesses: Int
    /// Workers with a name, each counted once however often they changed jobs.
    public let workers: Int
    /// Planted violations by rule code.
    public let planted: [String: Int]
}
