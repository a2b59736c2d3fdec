/// A rule as an auditor applies it by hand to one employer, written from the law and from what the rule says of itself.
///
/// To have another rule checked by hand, write one and put it into ``HandRules/all``.
protocol HandRule: SendableMetatype {
    static var code: String { get }
    static func judge(_ employer: Dossier) -> Ruling
}

/// The rules that are checked by hand; findings of others are passed over.
enum HandRules {
    static let all: [any HandRule.Type] = [
        HandREG01.self, HandREG02.self, HandREG02H.self, HandREG03.self, HandDAT01.self, HandDAT02.self, HandDAT05.self,
        HandSEG01.self, HandIUR01.self, HandIUR02.self,
    ]
}

/// What a rule has to say of an employer.
struct Ruling {
    /// How many subjects were judged.
    var judged = 0
    /// How many could not be judged, by reason.
    var open: [String: Int] = [:]
    var found: [Breach] = []

    struct Breach {
        /// NIK; nil when it is the employer's.
        var person: String?
        /// nil when it is open.
        let amount: Int?
        let strength: String
    }

    mutating func leaveOpen(_ reason: String, _ subjects: Int = 1) {
        if subjects > 0 { open[reason, default: 0] += subjects }
    }

    /// One line each, in the words that the database's answers are put into as well.
    func lines(_ rule: String, _ employer: String) -> [String] {
        (judged > 0 ? ["judged \(rule) \(employer): \(judged)"] : [])
            + open.map { "open \(rule) \(employer): \($0.key) \($0.value)" }
            + found.map {
                "found \(rule) \(employer)\($0.person.map { " \($0)" } ?? ""): \($0.amount.map(String.init) ?? "open") \($0.strength)"
            }
    }
}
