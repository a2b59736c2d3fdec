/// A person who has left one firm and may turn up at another.
struct Mover {
    let person: Person
    let household: [Relative]
    let lastMonth: Int
}
