import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct AcceptedTests {
    /// Lists stand for themselves: a newer one replaces an older one even where rows are the same.
    private static let lists: Set<ImportKind> = [.jknMembers, .segments, .bpjstkWages, .workers]

    @Test(arguments: ImportCase.all("accepted"))
    func `rows are in the register as the file says`(example: ImportCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(example.kind, file: example.input)
                guard case .accepted(let batch) = outcome.verdict else {
                    Issue.record("\(outcome.verdict): \(outcome.rejects)")
                    return
                }
                #expect(outcome.accepted == outcome.read && outcome.read > 0)
                #expect(outcome.rejectsFile == nil)
                let lines = try office.lines(example.register)
                #expect(lines == example.expected)
                try Self.checkBatch(batch, outcome, session)
            }
        }
    }

    /// The batch says what was done, and the journal says it in the same transaction.
    private static func checkBatch(_ batch: Int, _ outcome: ImportOutcome, _ session: Session) throws {
        let row = try session.row(
            """
            select b.rows_read, b.rows_accepted, b.rows_unchanged, b.rows_rejected, b.total_amount::bigint as total,
                b.file_name, b.source, b.imported_by = journal.actor() as signed,
                j.xmin = b.xmin as together, j.act, j.reason, j.actor = b.imported_by as same_actor,
                (j.details ->> 'accepted')::bigint as journal_accepted, j.details ->> 'sha256' = b.sha256 as same_file,
                j.office_id is not distinct from b.office_id as same_office
            from import.batch as b
            left join journal.entry as j on j.subject = 'batch ' || b.batch_id
            where b.batch_id = \(batch)
            """)
        let counts: [Int] = try ["rows_read", "rows_accepted", "rows_unchanged", "rows_rejected"].map {
            try row.get($0)
        }
        #expect(counts == [outcome.read, outcome.accepted, outcome.unchanged, outcome.rejected])
        #expect(try row.get("total", as: Int64.self) == outcome.total)
        for truth in ["signed", "together", "same_actor", "same_file", "same_office"] {
            let holds: Bool = try row.get(truth)
            #expect(holds, "\(truth)")
        }
        let words: [String] = try ["act", "reason", "file_name", "source"].map { try row.get($0) }
        #expect(words == ["import", "a test", "input.csv", "a test"])
        let accepted: Int = try row.get("journal_accepted")
        #expect(accepted == outcome.accepted)
    }

    @Test(arguments: ImportCase.all("accepted"))
    func `a dry run counts like the real one and changes nothing`(example: ImportCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let before = try registerState(session)
                let dry = try office.imports(example.kind, file: example.input, dryRun: true)
                let after = try registerState(session)
                #expect(dry.verdict == .dryRun)
                #expect(before == after)
                let real = try office.imports(example.kind, file: example.input)
                let dryCounts = [dry.read, dry.accepted, dry.unchanged, dry.rejected, Int(dry.total)]
                let realCounts = [real.read, real.accepted, real.unchanged, real.rejected, Int(real.total)]
                #expect(dryCounts == realCounts)
            }
        }
    }

    @Test(arguments: ImportCase.all("accepted"))
    func `the same bytes are recognised and the same facts in another file add nothing`(example: ImportCase)
        async throws
    {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let first = try office.imports(example.kind, file: example.input)
                let before = try registerState(session)
                let again = try office.imports(example.kind, text: example.text)
                let afterAgain = try registerState(session)
                #expect(before == afterAgain)
                guard case .accepted(let batch) = first.verdict, case .alreadyImported(let earlier, _) = again.verdict
                else {
                    Issue.record("\(first.verdict), then \(again.verdict)")
                    return
                }
                #expect(batch == earlier)

                let reordered = try office.imports(example.kind, text: example.text + "\n")
                guard case .accepted = reordered.verdict else {
                    Issue.record("\(reordered.verdict): \(reordered.rejects)")
                    return
                }
                guard !Self.lists.contains(example.kind) else {
                    let stored: Int = try session.value("select count(*) from import.batch")
                    #expect(stored > 1, "a list is evidence as a whole")
                    // Lists of segments are not compared with what was known.
                    if example.kind != .segments {
                        #expect((reordered.accepted, reordered.unchanged) == (0, first.accepted))
                    }
                    return
                }
                #expect(reordered.accepted == 0)
                #expect(reordered.unchanged == first.accepted)
                #expect(reordered.total == 0)
                let lines = try office.lines(example.register)
                #expect(lines == example.expected)
            }
        }
    }
}
