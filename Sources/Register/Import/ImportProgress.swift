/// How far an import is.
public enum ImportStage: Sendable, Equatable {
    /// The file is being read: so many rows so far, and this share of its bytes (0 to 1).
    case reading(rows: Int, share: Double)
    /// The rows are held against each other and against the register.
    case checking(rows: Int)
    /// So many rows are written to the register, of those that were read.
    case writing(rows: Int, read: Int)
}

/// Told how far an import is: while it reads, and at the start of each later stage.
public typealias ImportProgress = @Sendable (_ stage: ImportStage) -> Void
