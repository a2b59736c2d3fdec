import Postgres
import TestSupport
import Testing

@testable import Register

/// A corrected file replaces what the earlier one said, says what changed, and can be taken back.
@Suite struct CorrectionTests {
    @Test(arguments: CorrectionCase.all)
    func `a file says what it changed, a dry run as much`(example: CorrectionCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let first = try example.imports("first", office)
                #expect(first.changes == [])
                let before = try registerState(session)
                let dry = try example.imports("second", office, replacing: first.batch, dryRun: true)
                let after = try registerState(session)
                #expect(before == after)
                let second = try example.imports("second", office, replacing: first.batch)
                #expect(second.changes == example.changes)
                #expect(dry.changes == example.changes)
                let stored = try office.lines(
                    """
                    select concat_ws(';', c.what, c.rows, coalesce(c.amount::text, ''))
                    from import.change as c
                    where c.batch_id = \(second.batch ?? 0)
                    order by c.what
                    """)
                #expect(stored == example.changes)
                let reasons = try office.lines("select reason from import.withdrawal")
                #expect(reasons == (example.replacesFirst ? ["replaced by batch \(second.batch ?? 0)"] : []))
            }
        }
    }

    @Test(arguments: CorrectionCase.all.filter { !$0.replacesFirst })
    func `when a correction is taken back the earlier file counts again`(example: CorrectionCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                _ = try example.imports("first", office)
                let facts = try Self.facts(office)
                let second = try example.imports("second", office)
                let corrected = try Self.facts(office)
                try Self.undo(second.batch, session)
                let restored = try Self.facts(office)
                #expect(restored == facts)
                let again = try example.imports("second", office, again: true)
                #expect(again.changes == example.changes)
                let correctedAgain = try Self.facts(office)
                #expect(correctedAgain == corrected)
            }
        }
    }

    @Test(arguments: CorrectionCase.all.filter { !$0.replacesFirst })
    func `the first file may come again where the second has spoken of the same`(example: CorrectionCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                func give(_ file: String) throws -> ImportOutcome {
                    try office.imports(
                        example.kind, text: Scenarios.text("imports/corrections/\(example.name)/\(file).csv"),
                        asOf: example.asOf)
                }
                let first = try give("first")
                #expect(try give("first").verdict != first.verdict, "nothing has come in between")
                _ = try give("second")
                let again = try give("first")
                if example.comesAgain {
                    #expect(Self.batch(again) != nil, "\(again.verdict)")
                    let newest = try give("first")
                    #expect(Self.batch(newest) == nil, "\(newest.verdict)")
                } else {
                    #expect(Self.batch(again) == nil, "\(again.verdict)")
                }
            }
        }
    }

    @Test(arguments: [
        ("payment-of-another-amount", Int64(2_000_000)), ("payment-in-parts", 1_250_000),
        ("payments-without-a-number", 1_250_000), ("payments-known-by-description", 1_250_000),
        ("payments-replaced", 1_000_000),
    ])
    func `payments count once, as the newest file has them`(name: String, total: Int64) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let example = CorrectionCase(name)
                let first = try example.imports("first", office)
                _ = try example.imports("second", office, replacing: first.batch)
                let paid: Int64 = try session.value(
                    """
                    select sum(p.amount)::bigint
                    from register.office as o
                    cross join lateral register.payment_standing(o.office_id) as p
                    """)
                #expect(paid == total)
            }
        }
    }

    @Test func `a batch that later ones rest on stays until they are gone`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let example = CorrectionCase("payment-of-another-amount")
                let first = try #require(try example.imports("first", office).batch)
                // Says again that R2 was paid, and corrects R1.
                let second = try #require(try example.imports("second", office).batch)
                let fault = #expect(throws: Fault.self) { try Self.undo(first, session) }
                #expect(fault?.code == .batchIsNeeded)
                #expect(fault?.message == "Batch \(first) cannot be taken back: batch \(second) rests on its rows.")
                try Self.undo(second, session)
                try Self.undo(first, session)
                let again = try example.imports("second", office, again: true)
                let facts = try Self.facts(office)
                #expect(again.changes == [])
                #expect(facts.contains("payment 90000001 2026-09-07 200000"))
            }
        }
    }

    @Test func `numbers of workers said again rest on the list that said them first`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let heading = "Kode Badan Usaha;Bulan;Jumlah TK;Jumlah Peserta JKN\n"
                let first = try office.imports(.headcounts, text: heading + "90000001;09-2026;7;5\n")
                let second = try office.imports(
                    .headcounts, text: heading + "90000001;09-2026;7;5\n90000002;09-2026;4;3\n")
                #expect((second.accepted, second.unchanged) == (1, 1))
                let fault = #expect(throws: Fault.self) { try Self.undo(Self.batch(first), session) }
                #expect(fault?.code == .batchIsNeeded)
                try Self.undo(Self.batch(second), session)
                try Self.undo(Self.batch(first), session)
            }
        }
    }

    @Test func `a replacement stores anew what it says again, and the rows it rests on elsewhere stay`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let example = CorrectionCase("payments-replaced")
                let first = try #require(try example.imports("first", office).batch)
                let replacing = try example.imports("second", office, replacing: first)
                let leaned: Int = try session.value("select count(*) from import.reliance")
                #expect(leaned == 0)
                // What is replaced already cannot be replaced again, nor by a file of another kind.
                let twice = #expect(throws: Fault.self) {
                    _ = try example.imports("second", office, again: true, replacing: first)
                }
                #expect(twice?.code == .batchStays)
                let bills = #expect(throws: Fault.self) {
                    _ = try office.imports(
                        .bills, text: Scenarios.text("imports/corrections/bills-replaced/first.csv"),
                        replaces: replacing.batch)
                }
                #expect(bills?.code == .replacesOtherKind)
                let unknown = #expect(throws: Fault.self) {
                    _ = try example.imports("second", office, again: true, replacing: 999)
                }
                #expect(unknown?.code == .batchUnknown)
            }
        }
    }

    @Test func `mended rows go with the batch they belong to`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let heading = "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi"
                let first = try office.imports(
                    .payments, text: "\(heading)\n07/09/2026;90000001;100;BRI;R1\n07/09/2026;90000009;50;BRI;R1\n",
                    acceptValid: true)
                // Two payments may share a reference in one list: the mended row is one of them, no correction.
                let mended = try office.imports(
                    .payments, text: "\(heading);ALASAN PENOLAKAN\n07/09/2026;90000001;50;BRI;R1;x\n")
                #expect(mended.changes == [])
                let counted = try Self.facts(office).filter { $0.hasPrefix("payment") }
                #expect(counted == ["payment 90000001 2026-09-07 100", "payment 90000001 2026-09-07 50"])
                guard case .accepted(let original) = first.verdict, case .accepted(let addition) = mended.verdict
                else {
                    Issue.record("\(first.verdict), then \(mended.verdict)")
                    return
                }
                let fault = #expect(throws: Fault.self) { try Self.undo(original, session) }
                #expect(fault?.code == .batchIsNeeded)
                _ = try office.imports(
                    .payments, text: "\(heading)\n07/09/2026;90000001;70;BRI;R1\n", replaces: original)
                let withdrawn = try office.lines("select batch_id::text from import.withdrawal order by batch_id")
                #expect(withdrawn == ["\(original)", "\(addition)"])
                let left = try Self.facts(office).filter { $0.hasPrefix("payment") }
                #expect(left == ["payment 90000001 2026-09-07 70"])
            }
        }
    }

    @Test func `a payment that another employer has under the same reference is doubted`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let heading = "Tanggal Bayar;Kode Badan Usaha;Jumlah;Bank;Referensi\n"
                let first = try office.imports(.payments, text: heading + "05/10/2026;90000002;175000;BRI;T1\n")
                let batch = try #require(Self.batch(first))
                let rows = heading + "05/10/2026;90000001;175000;BRI;T1\n06/10/2026;90000001;200000;BRI;T1\n"
                let doubted = try office.imports(.payments, text: rows, dryRun: true)
                #expect(doubted.warnings.map(\.code) == ["payment_of_another"])
                #expect(doubted.warnings.first?.rows == 1, "another day and amount is another payment")
                #expect(doubted.warnings.first?.message.hasSuffix("--replaces \(batch)") == true)
                let replacing = try office.imports(.payments, text: rows, replaces: batch)
                #expect(replacing.warnings.isEmpty)
            }
        }
    }

    @Test(arguments: [
        (ImportKind.officers, "petugas", "Petugas Satu", "officers_changed"),
        (.offices, "kantor", "Kepala Satu", "offices_changed"),
    ])
    func `what sets up an office says what it changed, and may come again`(
        kind: ImportKind, file: String, name: String, change: String
    ) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let text = Scenarios.text("imports/office/\(file).csv")
                let other = text.split(separator: name).joined(separator: "Orang Lain")
                #expect(try office.imports(kind, text: other).changes.map(\.what) == [change])
                #expect(try office.imports(kind, text: text).changes.map(\.what) == [change])
            }
        }
    }

    @Test func `a replacement with wrong rows takes nothing back`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let example = CorrectionCase("bills-replaced")
                let first = try #require(try example.imports("first", office).batch)
                let before = try registerState(session)
                let text =
                    Scenarios.text("imports/corrections/bills-replaced/second.csv")
                    + "99999998;2026-09;7;1;10/09/2026\n"
                let outcome = try office.imports(.bills, text: text, replaces: first)
                #expect(outcome.verdict == .refused)
                let after = try registerState(session)
                #expect(after == before)
            }
        }
    }

    @Test func `mended rows of one of several lists need its name`() async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let heading = "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP"
                let row = "9901013112900001;Pekerja;31-12-1990;3915000"
                let mended = "\(heading);ALASAN PENOLAKAN\n\(row);09-2026;99000001;x\n"
                let none = #expect(throws: Fault.self) { _ = try office.imports(.bpjstkWages, text: mended) }
                #expect(none?.code == .listMissing)
                for month in ["09-2026", "10-2026"] {
                    _ = try office.imports(
                        .bpjstkWages, text: "\(heading)\n\(row);\(month);99000001\n\(row);\(month);99999999\n",
                        acceptValid: true)
                    if month == "10-2026" { continue }
                    // One list has refused rows, so they can only be of that one.
                    let dry = try office.imports(.bpjstkWages, text: mended, dryRun: true)
                    #expect(dry.verdict == .dryRun)
                }
                let fault = #expect(throws: Fault.self) { _ = try office.imports(.bpjstkWages, text: mended) }
                #expect(fault?.message.contains("several lists") == true)
            }
        }
    }

    private static func batch(_ outcome: ImportOutcome) -> Int? {
        if case .accepted(let batch) = outcome.verdict { return batch }
        return nil
    }

    private static func undo(_ batch: Int?, _ session: Session) throws {
        _ = try Withdrawal.withdraw(
            try #require(batch), office: try Office.find(nil, in: session), reason: "a test", session: session)
    }

    /// What counts: payments, bills, employers, and the rows of the newest lists.
    private static func facts(_ office: TestOffice) throws -> [String] {
        try office.lines(
            """
            with standing as (
                select s.* from register.office as o cross join lateral import.standing(o.office_id) as s
                where o.kind = 'bpjs_branch'
            )

            select distinct f.line
            from (
                select concat_ws(' ', 'payment', b.code, p.paid_on, p.amount)
                from register.office as o
                cross join lateral register.payment_standing(o.office_id) as p
                inner join register.business_profile as b using (business_id)
                union all
                select concat_ws(' ', 'bill', b.code, l.month, l.billed, l.members)
                from register.office as o
                cross join lateral law.ledger(o.office_id, '2026-12-31', clock_timestamp()) as l
                inner join register.business_profile as b using (business_id)
                union all
                select concat_ws(' ', 'employer', b.code, b.name, b.address, b.closed_on)
                from register.business_profile as b
                union all
                select concat_ws(' ', 'member', e.business_id, e.person_id, e.wage, e.valid_from)
                from register.enrolment as e
                inner join standing as s using (batch_id)
                where s.list_id = (
                    select max(t.list_id) from register.enrolment as n inner join standing as t using (batch_id)
                    where n.business_id = e.business_id)
            ) as f (line)
            order by f.line
            """)
    }
}
