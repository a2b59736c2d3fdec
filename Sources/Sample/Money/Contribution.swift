/// The contribution of one worker and month: 4 % employer, 1 % worker, each rounded half up to whole rupiah.
enum Contribution {
    /// The highest wage that counts.
    static let cap = 12_000_000

    /// The wage that counts: lifted to the floor, cut at the cap.
    static func base(wage: Int, floor: Int) -> Int {
        min(max(wage, floor), cap)
    }

    static func employerShare(of base: Int) -> Int { (base * 4 + 50) / 100 }

    static func workerShare(of base: Int) -> Int { (base + 50) / 100 }

    /// What one further family member costs: 1 %.
    static func extraFamily(of base: Int) -> Int { workerShare(of: base) }

    static func total(of base: Int) -> Int { employerShare(of: base) + workerShare(of: base) }

    static func total(wage: Int, floor: Int) -> Int { total(of: base(wage: wage, floor: floor)) }
}
