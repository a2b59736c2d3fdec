/// Hands out jobs by their position, each once, to whichever worker is free.
actor JobQueue {
    private let count: Int
    private var next = 0

    init(count: Int) {
        self.count = count
    }

    func take() -> Int? {
        guard next < count else { return nil }
        defer { next += 1 }
        return next
    }

    var isEmpty: Bool { next >= count }
}
