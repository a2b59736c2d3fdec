/// A member of a worker's family in the member list.
struct Relative {
    enum Relation: String {
        case husband = "S"
        case wife = "I"
        case child = "A"
        /// Beyond spouse and three children: costs another 1 %.
        case extra = "T"
    }

    let person: Person
    let relation: Relation
}
