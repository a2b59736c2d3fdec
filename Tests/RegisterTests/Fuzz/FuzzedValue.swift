import Postgres

@testable import Register

/// Damaged values of fields: what a parser accepts, it must accept in the register's own spelling as well.
enum FuzzedValue {
    static var targets: [FuzzTarget] {
        [
            target("money", ["1.500.000,00", "Rp1.500.000,-", "1,5jt", "IDR 900 ribu", "5067381"]) { bytes in
                let amount = try Money.parse(bytes)
                guard amount >= 0, try Money.parse(Array(String(amount).utf8)) == amount else { throw Unstable() }
            },
            target("dates", ["31/10/2026", "2026-10-31", "20261031", "17 Agustus 1990", "1-Jan-2020"]) { bytes in
                for order in [DateOrder.dayMonthYear, .monthDayYear, .yearMonthDay] {
                    let date = try order.parse(bytes)
                    guard try order.parse(Array("\(date)".utf8)) == date else { throw Unstable() }
                }
            },
            target("months", ["10-2026", "Oktober 2026", "202610", "2026-10", "Mar-25", "31/03/2025"]) { bytes in
                let month = try MonthValue.parse(bytes, order: nil)
                guard try MonthValue.parse(Array("\(month)".utf8), order: nil) == month else { throw Unstable() }
            },
            target("NIK", ["3171015708900001", "31.7101.570890.0001", "'3171015708900001"]) { bytes in
                guard (1_000_000_000_000_000...9_999_999_999_999_999).contains(try NIK.parse(bytes)) else {
                    throw Unstable()
                }
            },
            target("numbers", ["007", "1.234", "12,0", "99999999999999999999"]) { _ = try Whole.parse($0) },
            target("telephones", ["0812-3456-7890", "+62 21 555 1234", "62215551234"]) { _ = try Phone.parse($0) },
            target("NPWP", ["01.234.567.8-901.000", "0012345678901000"]) { _ = try NPWP.parse($0) },
        ]
    }

    /// A value that was accepted means something else when it is read again.
    private struct Unstable: Error {}

    private static func target(
        _ name: String, _ seeds: [String], _ parse: @escaping @Sendable ([UInt8]) throws -> Void
    ) -> FuzzTarget {
        FuzzTarget(name: "values: \(name)", share: 25) {
            { random in
                var bytes = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)].utf8)
                // Half of the values are changed in a character or two, and stay near to what is read.
                if Bool.random(using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    let characters = Array("0123456789.,-/ Rpjt'e+".utf8)
                    bytes[place] = characters[Int.random(in: 0..<characters.count, using: &random)]
                } else {
                    Mutation.apply(&bytes, &random)
                }
                try parse(bytes)
            }
        }
    }
}
