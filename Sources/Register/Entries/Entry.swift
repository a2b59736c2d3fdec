public import Postgres

/// One row that comes by phone or on paper: it passes the checks of an import and is a batch of its own.
public struct Entry: Sendable {
    /// What it brings.
    public var kind: ImportKind
    /// The layout whose headings the fields have.
    public var layout: String
    /// Headings and values, as a file would have them; nil where nothing is known.
    public var fields: [(heading: String, value: String?)]
    /// Where it comes from, in the words of the user.
    public var source: String
    /// Date it speaks of, for kinds that need one.
    public var asOf: CalendarDate?
    /// Number of the employer it belongs to, where the row does not say.
    public var employer: String?

    /// Makes an entry.
    public init(
        _ kind: ImportKind, layout: String, source: String, asOf: CalendarDate? = nil, employer: String? = nil,
        fields: [(heading: String, value: String?)]
    ) {
        self.kind = kind
        self.layout = layout
        self.fields = fields
        self.source = source
        self.asOf = asOf
        self.employer = employer
    }

    /// Takes the entry into the register.
    ///
    /// - Parameters:
    ///   - office: code of the office; nil for the only one.
    ///   - dryRun: checks, changes nothing.
    ///   - resources: layouts and statements.
    ///   - session: the session to work with.
    /// - Returns: what an import of the row did, or would have done.
    /// - Throws: ``Fault`` with `entryRefused` and all reasons, `entryKnown`, or what an import throws; `PostgresError`.
    public func record(
        office: String?, dryRun: Bool = false, resources: Resources, session: Session
    ) throws -> ImportOutcome {
        let given = fields.compactMap { field in field.value.map { (field.heading, $0) } }
        let file = try NamelessFile()
        defer { withExtendedLifetime(file) {} }
        try file.write(Self.line(given.map(\.0)) + Self.line(given.map(\.1)))
        let outcome = try Importer(resources).run(
            ImportRequest(
                kind: kind, path: file.path, fileName: "entri", source: source, asOf: asOf, office: office,
                employer: employer, layout: layout, dryRun: dryRun),
            session: session, rejectsPath: nil, check: Self.requireNews)
        if case .alreadyImported(let batch, let day) = outcome.verdict {
            throw Fault(.entryKnown, "That was recorded as batch \(batch) on \(day) already.", hint: nil)
        }
        guard outcome.rejects.isEmpty else {
            throw Fault(
                .entryRefused, outcome.rejects.map { "\($0.column): \($0.message)" }.joined(separator: "\n"),
                hint: "Nothing was recorded.")
        }
        return outcome
    }

    /// What the register says already is no batch of its own.
    private static func requireNews(_ outcome: ImportOutcome) throws {
        guard outcome.accepted > 0 else {
            throw Fault(.entryKnown, "The register says that already.", hint: "See: patuh import list")
        }
    }

    private static func line(_ fields: [String]) -> [UInt8] {
        fields.map(CSVField.quoted).joined(separator: [UInt8(ascii: ";")]) + [UInt8(ascii: "\n")]
    }
}
