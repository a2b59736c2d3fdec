/// People between two jobs.
///
/// The pool stays small, so that a sample of any size needs no more memory.
struct MoverPool {
    private var movers: [Mover] = []
    private static let limit = 512

    mutating func add(_ mover: Mover, _ chance: inout SplitMix64) {
        if movers.count < MoverPool.limit {
            movers.append(mover)
        } else {
            movers[chance.below(MoverPool.limit)] = mover
        }
    }

    mutating func take(_ chance: inout SplitMix64) -> Mover? {
        guard !movers.isEmpty else { return nil }
        movers.swapAt(chance.below(movers.count), movers.count - 1)
        return movers.removeLast()
    }
}
