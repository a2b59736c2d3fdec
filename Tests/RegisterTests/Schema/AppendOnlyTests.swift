import Postgres
import TestSupport
import Testing

@Suite struct AppendOnlyTests {
    /// What is proof or decision: nobody changes it, whatever rights they have.
    private static let tables = Scenarios.table("schema/append_only.csv")

    @Test(arguments: ["origin", "replica"])
    func `proof cannot be changed, even by the owner`(role: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            for table in Self.tables {
                let name = try table["table"]
                let facts = try await database.run { session in
                    try session.row(
                        """
                        select
                            (select attname::text from pg_attribute
                                where attrelid = \(name)::regclass and attnum > 0 and attidentity = '' limit 1) as column,
                            (select count(*) from \(unescaped: name)) as rows
                        """)
                }
                let column: String = try facts.get("column")
                let rows: Int = try facts.get("rows")
                var statements = ["truncate \(name) cascade"]
                // Row triggers speak only where there are rows.
                if rows > 0 { statements += ["update \(name) set \(column) = \(column)", "delete from \(name)"] }
                for statement in statements {
                    let error = await #expect(throws: PostgresError.self, "\(statement)") {
                        try await database.transaction { session in
                            try session.script("set local session_replication_role = \(role)")
                            try session.script(statement)
                        }
                    }
                    #expect(error?.sqlState == "PT010", "\(statement)")
                    #expect(error?.message.contains("append-only") == true)
                }
                let rowsAfter: Int = try await database.run {
                    try $0.value("select count(*) from \(unescaped: name)")
                }
                #expect(rows == rowsAfter)
                let filled = try table["filled"] == "yes"
                #expect(rows > 0 || !filled, "\(name) is empty, so that nothing was tried on its rows")
            }
        }
    }

    @Test func `the list of protected tables is complete`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            let protected = try await database.run { session in
                try session.rows(
                    """
                    select tgrelid::regclass::text as name
                    from pg_trigger
                    where tgfoid = 'journal.refuse_change'::regproc and tgenabled = 'A'
                    group by tgrelid
                    -- before row update (16) and delete (8); before statement truncate (32)
                    having bit_or(case when tgtype & 3 = 3 then tgtype & 24 else 0 end) = 24
                        and bit_or(case when tgtype & 3 = 2 then tgtype & 32 else 0 end) = 32
                    """
                ).map { try $0.get("name", as: String.self) }
            }
            let expected = try Self.tables.map { try $0["table"] }
            #expect(protected.sorted() == expected.sorted())
        }
    }
}
