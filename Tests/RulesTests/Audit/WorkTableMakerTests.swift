import Register
import TestSupport
import Testing

@testable import Rules

/// The scripts of work tables, for many rows and for few.
@Suite struct WorkTableMakerTests {
    private static let script = """
        -- What this makes;
        -- and why.
        create unlogged table work.one as
        -- The newest; of each.
        select 'create unlogged table work.text' as note, 1 as n;
        alter table work.one add primary key (n);
        analyze work.one;

        create unlogged table work.two (
            n bigint
        );
        insert into work.two select n from work.one;
        create view work.three as
        select n from work.one
        union all
        select n from work.two;
        create index on work.two (n);
        delete from work.two
        """

    @Test func forManyRowsAScriptStaysAsItIs() {
        #expect(WorkTableMaker.many.script(Self.script) == Self.script)
    }

    @Test func forFewRowsTablesAreLoggedAndWithoutKeys() {
        #expect(
            WorkTableMaker.few(kept: []).script(Self.script) == """
                -- What this makes;
                -- and why.
                create table work.one as
                -- The newest; of each.
                select 'create unlogged table work.text' as note, 1 as n;
                analyze work.one;

                create table work.two (
                    n bigint
                );
                insert into work.two select n from work.one;
                create view work.three as
                select n from work.one
                union all
                select n from work.two;
                create index on work.two (n);
                delete from work.two
                """)
    }

    @Test func tablesThatAreThereAreFilled() {
        #expect(
            WorkTableMaker.few(kept: ["one", "two", "three"]).script(Self.script) == """
                insert into work.one
                -- The newest; of each.
                select 'create unlogged table work.text' as note, 1 as n;
                analyze work.one;
                insert into work.two select n from work.one;
                delete from work.two
                """)
    }

    @Test func onlyThoseThatAreThereAreFilled() {
        let script = WorkTableMaker.few(kept: ["one"]).script(Self.script)
        #expect(script.contains("insert into work.one\n"))
        #expect(script.contains("create table work.two ("))
        #expect(script.contains("create view work.three as"))
    }

    /// Every work table of the catalogue is made by statements that the maker knows, once each.
    @Test func everyFileIsUnderstood() throws {
        for file in try SourceText.folder(PatuhTemplates.resources.sql + "/worktables", ending: ".sql") {
            let made = AuditTask.made(by: file.text)
            let script = WorkTableMaker.few(kept: made).script(file.text)
            let words = script.split(separator: "\n").filter { !$0.hasPrefix("--") }
            #expect(!words.contains { $0.hasPrefix("create ") || $0.hasPrefix("alter table") }, "\(file.path)")
            let filled = words.filter { $0.hasPrefix("insert into work.") }.count
            let tables = file.text.split(separator: "\n").filter {
                $0.hasPrefix("create unlogged table") && $0.hasSuffix(" as")
            }
            #expect(filled >= tables.count, "\(file.path)")
        }
    }
}
