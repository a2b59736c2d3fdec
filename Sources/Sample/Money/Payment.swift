/// Money that reached the virtual account.
struct Payment {
    let day: CivilDate
    let amount: Int
}
