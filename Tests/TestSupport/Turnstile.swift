/// Lets a few in at a time; the others wait in the order in which they came.
actor Turnstile {
    /// Tests that hold a database.
    ///
    /// Swift Testing starts all tests at once, and a server has 100 connections.
    static let databases = Turnstile(places: 8)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        self.places = places
    }

    func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty {
            places += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
