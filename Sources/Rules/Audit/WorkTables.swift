import Postgres
import Register

/// What a run prepares once for its scope, in the schema `work`; gone when the run ends.
struct WorkTables {
    private let files: [SourceText]

    init(_ resources: Resources) throws {
        files = try SourceText.folder(resources.sql + "/worktables", ending: ".sql")
    }

    /// SHA-256 over the files.
    var sha256: String {
        SHA256.hexadecimal(of: files.map { "\($0.name) \($0.sha256)" }.joined(separator: "\n").utf8)
    }

    /// One task a file, in the order of their names; files that make nothing that rules or the run itself read are left out.
    ///
    /// - Parameters:
    ///   - rules: what will read the tables.
    ///   - maker: how tables are made.
    /// - Returns: the tasks.
    func tasks(for rules: [AuditTask], _ maker: WorkTableMaker) -> [AuditTask] {
        let tasks = files.map { file in
            AuditTask(
                name: file.path, makes: AuditTask.made(by: file.text), reads: AuditTask.tables(in: file.text)
            ) { session in
                try RefusedStatement.naming(workTable: file.path) {
                    try session.script(maker.script(file.text))
                }
            }
        }
        var read = rules.reduce(into: Self.alwaysRead) { $0.formUnion($1.reads) }
        var count = 0
        while count < read.count {
            count = read.count
            for task in tasks where !task.makes.isDisjoint(with: read) { read.formUnion(task.reads) }
        }
        return tasks.filter { !$0.makes.isDisjoint(with: read) }
    }

    /// What the comparison with the run before and the record of the run read.
    private static let alwaysRead: Set<String> = ["batch", "context", "identity", "match", "touched"]

    /// Makes the schema with the scope, and the tables that rules write to.
    ///
    /// - Parameters:
    ///   - scope: what the run looks at.
    ///   - rules: SHA-256 of the rule set.
    ///   - few: whether the run may be one of few employers, for which tables are kept.
    ///   - session: the session that leads the run.
    /// - Returns: how the others are made.
    /// - Throws: `PostgresError`.
    func open(_ scope: AuditScope, rules: String, few: Bool, _ session: Session) throws -> WorkTableMaker {
        let kept = few ? try KeptTables(for: purpose(rules), session).names : []
        if kept.isEmpty { try session.script(WorkSchema.emptying) }
        let maker = few ? WorkTableMaker.few(kept: kept) : .many
        try session.script(maker.script(Self.frame))
        try session.execute(
            """
            insert into work.scope values (
                \(scope.asOf), \(scope.asOf.firstOfMonth), \(scope.knownAt)::timestamptz, \(scope.office.id)::smallint,
                \(scope.previous)::bigint, \("\(rules) \(sha256)")::text, \(scope.everybody))
            """)
        try session.execute("insert into work.chosen select distinct unnest(\(scope.businesses)::bigint[])")
        try session.script("analyze work.scope")
        return maker
    }

    private static let frame = """
        create table work.scope (
            as_of date not null, month date not null, known_at timestamptz not null, office_id smallint not null,
            previous_run bigint, rules text not null, everybody boolean not null
        );
        create table work.chosen (business_id bigint primary key);
        create unlogged table work.tested (business_id bigint not null, subjects bigint not null, rule_version_id integer not null);
        create unlogged table work.not_judged (
            business_id bigint not null, subjects bigint not null, rule_version_id integer not null, reason text not null
        );
        create table work.rule (rule_version_id integer not null, code text not null, sha256 text not null);
        create unlogged table work.part (business_id bigint not null, digest bigint not null);
        """

    /// Empties the tables of a run of few and leaves them to the next one.
    func keep(rules: String, _ session: Session) throws { try KeptTables.leave(for: purpose(rules), session) }

    /// What the tables that are kept were made by: others do not fit.
    private func purpose(_ rules: String) -> String { "\(rules) \(sha256) \(Version.current)" }

    /// Removes what a run has left, also after a failure or Ctrl-C.
    func tidy(_ session: Session) { session.tidy(WorkSchema.emptying) }
}
