/// What the rows above the headings of a file say.
struct Titles {
    /// The days and months that they name.
    private(set) var dates = TitleDates()
    /// Numbers of eight digits and more, such as a kode badan usaha or a virtual account.
    private(set) var numbers: Set<String> = []
    /// The first bank that they name.
    private(set) var bank: String?
    /// The unit of amounts, where they say that it is not the rupiah.
    private(set) var unit: String?
    /// Their cells.
    private(set) var texts: [String] = []

    /// Takes the cells of one row.
    mutating func take(_ cells: [String]) {
        texts += cells
        dates.take(cells)
        bank = bank ?? TitleBank.name(in: cells)
        unit = unit ?? TitleUnit.name(in: cells)
        for cell in cells {
            numbers.formUnion(cell.split { !$0.isNumber }.filter { $0.count >= 8 }.map(String.init))
        }
    }
}
