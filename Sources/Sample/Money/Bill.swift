/// What a firm owes for one month.
struct Bill {
    let month: Int
    let members: Int
    let amount: Int
}
