/// Somebody with a NIK: a worker, an officer or a member of a worker's family.
struct Person {
    let nik: Int
    let name: String
    let birth: CivilDate
    let isFemale: Bool
    let birthplace: Int
    /// Which pool the name came from.
    let pool: Int
    /// Counts all persons of a sample; cards and numbers follow from it.
    let number: Int

    /// The ninth-power step is odd and no multiple of five, so that no two persons share a card.
    var card: String { "0009" + padded(number &* 387_420_489 % 1_000_000_000, 9) }

    /// The number of the BPJS Ketenagakerjaan card.
    var kpj: String { "19" + padded(number &* 282_475_249 % 1_000_000_000, 9) }
}
