/// Told how far an import is: rows read so far.
public typealias ImportProgress = @Sendable (_ rows: Int) -> Void
