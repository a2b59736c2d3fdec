import FoundationEssentials
import Postgres
import TestSupport

@testable import Register

/// A branch with three registered businesses and one officer on each side: `Tests/Scenarios/imports/office`.
struct TestOffice {
    let folder: TemporaryFolder
    let session: Session

    /// Sets the office up in an empty schema.
    init(_ session: Session) throws {
        folder = try TemporaryFolder()
        self.session = session
        for (kind, file) in [
            (ImportKind.offices, "kantor"), (.officers, "petugas"), (.jknBusinesses, "badan_usaha"),
        ] {
            let outcome = try imports(kind, file: "\(Scenarios.folder)/imports/office/\(file).csv", asOf: "2026-06-30")
            guard case .accepted = outcome.verdict else { throw Refused(kind: kind) }
        }
    }

    struct Refused: Error {
        let kind: ImportKind
    }

    /// Where the refused rows of an import go.
    var rejects: String { folder.path + "/rejects.csv" }

    /// Imports text as a file of its own.
    func imports(
        _ kind: ImportKind, text: String, asOf: String? = nil, dryRun: Bool = false, acceptValid: Bool = false,
        employer: String? = nil, layout: String? = nil, dateOrder: DateOrder? = nil, replaces: Int? = nil,
        progress: ImportProgress? = nil
    ) throws -> ImportOutcome {
        let file = try folder.write(text, to: "input.csv")
        return try imports(
            kind, file: file, asOf: asOf, dryRun: dryRun, acceptValid: acceptValid, employer: employer, layout: layout,
            dateOrder: dateOrder, replaces: replaces, progress: progress)
    }

    /// Imports a file for the only branch.
    func imports(
        _ kind: ImportKind, file: String, asOf: String? = nil, dryRun: Bool = false, acceptValid: Bool = false,
        employer: String? = nil, layout: String? = nil, sheet: String? = nil, dateOrder: DateOrder? = nil,
        replaces: Int? = nil,
        progress: ImportProgress? = nil
    ) throws -> ImportOutcome {
        let request = ImportRequest(
            kind: kind, path: file, fileName: "input.csv", source: "a test",
            asOf: asOf.flatMap { CalendarDate(iso: $0) },
            employer: employer, layout: layout, sheet: sheet, dateOrder: dateOrder, replaces: replaces, dryRun: dryRun,
            acceptValid: acceptValid)
        return try Importer(PatuhTemplates.resources).run(
            request, session: session, rejectsPath: rejects, progress: progress)
    }

    /// The rows of a statement that gives one text column.
    func lines(_ statement: String) throws -> [String] {
        try session.rows("select q.line from (\(unescaped: statement)) as q (line)").map { try $0.get("line") }
    }
}

/// A hash of all rows of every table an import could change.
func registerState(_ session: Session) throws -> [String: String] {
    var state: [String: String] = [:]
    let tables = try session.rows(
        """
        select c.oid::regclass::text as name
        from pg_class as c
        where c.relkind = 'r' and c.relnamespace::regnamespace::text in ('register', 'import', 'inspection', 'journal')
        """)
    for table in tables {
        let name: String = try table.get("name")
        state[name] = try session.value(
            "select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from \(unescaped: name) as t"
        )
    }
    return state
}
