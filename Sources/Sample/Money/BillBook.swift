/// Bills of a firm collected while its workers are written.
struct BillBook {
    private let first: Int
    private var members: [Int]
    private var amounts: [Int]

    init(window: Window) {
        first = window.first
        members = Array(repeating: 0, count: window.count)
        amounts = members
    }

    mutating func add(_ amount: Int, in month: Int) {
        members[month - first] += 1
        amounts[month - first] += amount
    }

    /// The months that had members, oldest first.
    var bills: [Bill] {
        members.indices.filter { members[$0] > 0 }
            .map { Bill(month: first + $0, members: members[$0], amount: amounts[$0]) }
    }
}
