import Postgres

/// The smallest branch that still fails: firms go first, then papers, rows and decisions, as long as it still fails.
struct SmallestCase {
    private(set) var branch: Branch
    private(set) var failure: Disagreement
    private var attempts = 200

    init(_ branch: Branch, _ failure: Disagreement) async throws {
        self.branch = branch
        self.failure = failure
        self.branch.days = [failure.day]
        search: for first in failure.firms(of: branch).sorted().prefix(4) {
            // Those that people have decided about go together.
            let related = branch.related(to: first)
            let twins = branch.firms.indices.filter { branch.firms[$0].name == branch.firms[first].name }
            for kept in [[first], related, related.union(twins)] {
                if try await attempt(self.branch.keeping(kept)) { break search }
            }
        }
        try await dropFirms()
        try await drop(\.papers) { $0.papers.remove(at: $1) }
        try await dropRows()
        try await drop(\.decisions) { $0.decisions.remove(at: $1) }
        try await drop(\.recognitions) { $0.recognitions.remove(at: $1) }
    }

    /// Takes over a smaller branch if that still fails.
    private mutating func attempt(_ smaller: Branch) async throws -> Bool {
        guard attempts > 0 else { return false }
        attempts -= 1
        guard let failure = try await Disagreement.find(smaller).first else { return false }
        (branch, self.failure) = (smaller, failure)
        return true
    }

    private mutating func dropFirms() async throws {
        var size = branch.firmsInUse.count / 2
        while size >= 1 {
            for start in stride(from: 0, to: branch.firmsInUse.count, by: size) {
                let firms = branch.firmsInUse.sorted()
                guard start < firms.count else { break }
                _ = try await attempt(
                    branch.keeping(Set(firms).subtracting(firms[start..<min(start + size, firms.count)])))
            }
            size /= 2
        }
    }

    private mutating func drop<Part>(
        _ parts: KeyPath<Branch, [Part]>, _ remove: (inout Branch, Int) -> Void
    ) async throws {
        for place in branch[keyPath: parts].indices.reversed() {
            var smaller = branch
            remove(&smaller, place)
            _ = try await attempt(smaller)
        }
    }

    private mutating func dropRows() async throws {
        for paper in branch.papers.indices.reversed() {
            for row in branch.papers[paper].rows.indices.reversed() {
                var smaller = branch
                smaller.papers[paper].rows.remove(at: row)
                _ = try await attempt(smaller)
            }
        }
    }

    /// The case as an auditor reads it.
    func description(seed: UInt64) -> String {
        var lines = ["seed \(seed), as of \(failure.day)"]
        for (number, paper) in branch.papers.enumerated() {
            lines.append("--- \(paper.fileName(number))\(paper.isTakenBack ? " (taken back)" : ""), \(paper.day)")
            lines += paper.lines(branch, number: number)
        }
        for decision in branch.decisions {
            let names = [decision.one, decision.other].map { branch.firms[$0].wlkpNumber }
            lines.append("--- decided: \(names.joined(separator: " and ")) are \(decision.isSame ? "one" : "two")")
        }
        for recognition in branch.recognitions {
            lines.append(
                "--- decided: \(Somebody(number: recognition.worker).name) of \(branch.firms[recognition.firm].wlkpNumber) is \(Somebody(number: recognition.worker).nik)"
            )
        }
        lines += failure.database.map { "the database alone: \($0)" }
        lines += failure.hand.map { "by hand alone:      \($0)" }
        return lines.joined(separator: "\n")
    }
}

extension Branch {
    var firmsInUse: Set<Int> { Set(papers.flatMap { $0.rows.map(\.firm) }).subtracting([Paper.nobody]) }

    /// The firms that decisions tie to one, however far.
    func related(to firm: Int) -> Set<Int> {
        var related: Set<Int> = [firm]
        for _ in decisions {
            for decision in decisions where related.contains(decision.one) || related.contains(decision.other) {
                related.formUnion([decision.one, decision.other])
            }
        }
        return related
    }

    /// The branch with the rows of some firms alone.
    func keeping(_ firms: Set<Int>) -> Branch {
        var smaller = self
        for place in papers.indices {
            smaller.papers[place].rows = papers[place].rows.filter {
                firms.contains($0.firm) || $0.firm == Paper.nobody
            }
        }
        smaller.decisions = decisions.filter { firms.contains($0.one) && firms.contains($0.other) }
        smaller.recognitions = recognitions.filter { firms.contains($0.firm) }
        return smaller
    }
}
