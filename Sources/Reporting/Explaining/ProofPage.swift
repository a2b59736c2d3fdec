import Postgres
public import Rules

/// A finding's proof as a page of text: article, inputs with file and line, arithmetic, amount.
public struct ProofPage: Sendable {
    private let catalogue: Catalogue

    /// Writes in the language of a catalogue.
    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// The page.
    ///
    /// - Throws: ``ReportingError`` for a missing text.
    public func text(_ proof: FindingProof) throws -> String {
        let words = try EvidenceWords(catalogue)
        let isEnglish = catalogue.language == .english
        var lines: [String] = []
        lines.append("\(proof.code)  \(proof.rule)  \(isEnglish ? proof.title.english : proof.title.indonesian)")
        let state = proof.isOpen ? "open" : proof.isUnjudged ? "unjudged" : "resolved"
        lines.append(try catalogue.text("explain.\(state)"))
        if let standing = proof.decisions.first(where: \.holds) {
            lines.append(try catalogue.text("explain.decision.\(standing.verdict.rawValue)"))
        }
        lines.append("")
        lines.append(
            field(
                "explain.business", "\(proof.business) (\(proof.businessCode))\(proof.regency.map { ", \($0)" } ?? "")")
        )
        if let worker = proof.worker { lines.append(field("explain.worker", "\(worker), NIK \(proof.nik ?? "")")) }
        lines.append(field("column.strength", try catalogue.text("value.strength.\(proof.strength)")))
        lines.append(field("column.as_of", catalogue.language.longDate(iso: proof.asOf.description)))
        lines += ["", wrapped(try words.sentence(proof)), ""]
        lines += try heading("explain.law") + proof.citations.map { try citation($0) }
        lines += [""] + (try heading("explain.evidence"))
        let names = try proof.evidence.map { try catalogue.text("evidence.\($0.name)") }
        let sources = try proof.sources.map { try catalogue.text("source.\($0.kind)") }
        let width = 2 + ((names + sources).map(TextWidth.of).max() ?? 0)
        lines += try zip(names, proof.evidence).map { "  " + pad($0, width) + (try words.text($1)) }
        if proof.amountKind != "none" { lines += [""] + (try heading("explain.arithmetic")) + (try arithmetic(proof)) }
        lines += [""] + (try heading("explain.sources"))
        lines += try zip(sources, proof.sources).map { name, source in
            "  " + pad(name, width)
                + (try catalogue.text(
                    "explain.line",
                    ["file": source.file, "line": String(source.line), "batch": String(source.batch)]))
        }
        if let question = proof.question.map({ isEnglish ? $0.english : $0.indonesian }) {
            lines += [""] + (try heading("explain.question")) + [wrapped(question, indent: 2)]
        }
        if !proof.decisions.isEmpty {
            lines += [""] + (try heading("explain.decisions")) + (try proof.decisions.flatMap(decision))
        }
        lines += [
            "",
            try catalogue.text(
                "explain.trace",
                ["run": String(proof.run), "rule": String(proof.ruleHash.prefix(12)), "proof": proof.sha256]),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func decision(_ decision: FindingDecision) throws -> [String] {
        let facts = try catalogue.text(
            decision.holds ? "explain.decided.holds" : "explain.decided.past",
            [
                "day": catalogue.language.longDate(iso: decision.day.description), "person": decision.decidedBy,
                "decision": try catalogue.text("value.decision.\(decision.verdict.rawValue)"),
            ])
        return [wrapped(facts, indent: 2), wrapped(decision.reason, indent: 4)]
    }

    private func heading(_ key: String) throws -> [String] {
        [try catalogue.text(key)]
    }

    private func field(_ key: String, _ value: String) -> String {
        pad((try? catalogue.text(key)) ?? key, 16) + value
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - TextWidth.of(text)))
    }

    private func citation(_ citation: FindingProof.Citation) throws -> String {
        let summary = catalogue.language == .english ? citation.summary.english : citation.summary.indonesian
        let confidence = try catalogue.text("value.confidence.\(citation.confidence)")
        return "  \(citation.instrument), \(citation.article)\n"
            + wrapped("\(summary). [\(confidence)]", indent: 4)
    }

    private func arithmetic(_ proof: FindingProof) throws -> [String] {
        let cells = try CellWords(catalogue)
        var lines: [String] = []
        for line in proof.money {
            let month = cells.text(.month(line.month.description))
            if let base = line.base, let employer = line.employerShare, let worker = line.workerShare {
                lines.append(
                    "  "
                        + (try catalogue.text(
                            "explain.contribution",
                            [
                                "month": month, "base": Rupiah.format(base), "employer": Rupiah.format(employer),
                                "worker": Rupiah.format(worker), "due": Rupiah.format(line.due),
                            ])))
            }
            // A contribution of which nothing has been charged is short as a whole.
            if proof.amountKind == "monthly" || line.base != nil && line.status == nil, line.paid == 0 { continue }
            let key = line.status.map { "explain.line.\($0)" } ?? "explain.short.\(proof.amountKind)"
            lines.append(
                "  "
                    + (try catalogue.text(
                        key,
                        [
                            "month": month, "due": Rupiah.format(line.due), "paid": Rupiah.format(line.paid),
                            "billed": Rupiah.format(line.billed ?? line.due), "short": Rupiah.format(line.short),
                            "withheld": Rupiah.format(line.workerShare ?? 0),
                        ])))
        }
        if proof.amountKind == "none" { return lines + ["  " + (try catalogue.text("explain.amount.none"))] }
        guard let amount = proof.amount else {
            let kind = proof.strength == "indication" ? "indication" : "open"
            return lines + ["  " + (try catalogue.text("explain.amount.\(kind)"))]
        }
        return lines + [
            "  " + (try catalogue.text("explain.amount.\(proof.amountKind)", ["amount": Rupiah.format(amount)]))
        ]
    }

    private func wrapped(_ text: String, indent: Int = 0, width: Int = 96) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = margin
        for word in text.split(separator: " ") {
            if line.count + word.count + 1 > width, line != margin {
                lines.append(line)
                line = margin
            }
            line += line == margin ? String(word) : " " + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
