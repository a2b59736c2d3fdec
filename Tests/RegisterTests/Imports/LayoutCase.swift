import TestSupport
import Testing

@testable import Register

/// A folder `Tests/Scenarios/imports/layouts/<layout>`: a file in that layout, and what becomes of each of its rows.
struct LayoutCase: Sendable, CustomTestStringConvertible {
    let layout: String
    let kind: ImportKind

    static let all: [LayoutCase] = Scenarios.folders("imports/layouts").map { name in
        LayoutCase(layout: name, kind: name.hasSuffix("_rk") || name.hasPrefix("mandiri_kopra") ? .payments : .workers)
    }

    var testDescription: String { layout }

    var input: String { "\(Scenarios.folder)/imports/layouts/\(layout)/input.csv" }
    /// A list of the employer that comes before, for forms that name workers by a number of that list.
    var before: String? {
        Scenarios.files("imports/layouts/\(layout)").contains("before.csv")
            ? "\(Scenarios.folder)/imports/layouts/\(layout)/before.csv" : nil
    }
    /// Rows of the register, then doubts (`?`), then refused rows (`!`).
    var expected: [String] {
        Scenarios.text("imports/layouts/\(layout)/expected.txt").split(separator: "\n").map(String.init)
    }
    var register: String { Scenarios.text("imports/layouts/\(kind.rawValue).sql") }
}
