import Postgres

/// Under which numbers and names an employer is known, and whether it may be another one.
extension Dossier {
    private var numbers: Set<String> {
        var kinds: Set<String> = []
        for entry in rows(MasterRow.self) {
            kinds.formUnion(["code"] + (entry.row.givesNPP ? ["npp"] : []) + (entry.row.givesNPWP ? ["npwp"] : []))
        }
        for firm in rows(ReportRow.self).map({ file.branch.firms[$0.row.firm] }) {
            kinds.formUnion(
                (firm.showsCode ? ["code"] : []) + (firm.showsNPP ? ["npp"] : []) + (firm.showsNPWP ? ["npwp"] : []))
        }
        for firm in rows(FieldRow.self).map({ file.branch.firms[$0.row.firm] }) {
            kinds.formUnion((firm.showsCode ? ["code"] : []) + (firm.showsNPP ? ["npp"] : []))
        }
        return kinds
    }

    /// It has a number of a kind that the list of BPJS Kesehatan gives, so that it would have been found there.
    var isComparable: Bool { !numbers.isDisjoint(with: file.comparableKinds) }

    /// The firm as the newest list of BPJS Kesehatan, or of others, has it, of whatever day.
    private func named(byMaster: Bool) -> Firm? {
        let master = rows(MasterRow.self).map { ($0.day, $0.paper, $0.row.firm) }
        let others =
            rows(ReportRow.self).map { ($0.row.day, $0.paper, $0.row.firm) }
            + rows(FieldRow.self).map { ($0.day, $0.paper, $0.row.firm) }
        return (byMaster ? master : others).max { ($0.0, $0.1) < ($1.0, $1.1) }.map { file.branch.firms[$0.2] }
    }

    /// An employer that BPJS Kesehatan lists in the regency has the same name, no tax numbers tell the two apart, and nobody
    /// has decided about them.
    var mayBeAnother: Bool {
        guard master == nil, let own = named(byMaster: false) else { return false }
        return file.employers.contains { records in
            guard records != self.records else { return false }
            let other = Dossier(file: file, records: records)
            guard let known = other.named(byMaster: true) else { return false }
            return known.name == own.name && known.regency == own.regency
                && !(numbers.contains("npwp") && other.numbers.contains("npwp")) && !isDecidedDifferent(from: records)
        }
    }

    private func isDecidedDifferent(from others: Set<Int>) -> Bool {
        file.decisions.contains { decision in
            !decision.isSame
                && (others.contains(decision.one) && records.contains(decision.other)
                    || others.contains(decision.other) && records.contains(decision.one))
        }
    }
}
