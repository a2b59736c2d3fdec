import Postgres
import TestSupport
import Testing

@testable import Register

/// Files of other people's systems, with invented people in them.
@Suite struct LayoutCaseTests {
    @Test func `every layout of workers and of bank statements has a case`() throws {
        let own = ["daftar_pekerja", "perubahan_pekerja", "pembayaran"]
        let layouts = try ImportLayout.all(in: PatuhTemplates.resources)
            .filter { ["workers", "payments"].contains($0.kind) && $0.entry != true && !own.contains($0.layout) }
        #expect(Set(layouts.map(\.layout)) == Set(LayoutCase.all.map(\.layout)))
    }

    @Test(arguments: LayoutCase.all)
    func `each row is in the register or refused with its reason`(example: LayoutCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                if let before = example.before {
                    _ = try office.imports(.workers, file: before, employer: "90000001")
                }
                let outcome = try office.imports(
                    example.kind, file: example.input, asOf: "2026-10-31", acceptValid: true,
                    employer: example.kind == .workers ? "90000001" : nil)
                guard case .accepted(let batch) = outcome.verdict else {
                    Issue.record("\(outcome.verdict): \(outcome.rejects)")
                    return
                }
                #expect(outcome.reading.layout == example.layout)
                #expect(outcome.read == outcome.accepted + outcome.unchanged + outcome.rejected)
                let rows = try office.lines(example.register)
                let marks = try [("?", "warning"), ("!", "reject")].flatMap { mark, table in
                    try office.lines(
                        """
                        select concat_ws(';', '\(mark) ' || line, column_name, code) from import.\(table)
                        where batch_id = \(batch) order by line, column_name collate "C"
                        """)
                }
                #expect(rows + marks == example.expected, "\((rows + marks).joined(separator: "\n"))")
            }
        }
    }

    /// The forms as they are handed out: recognised, and without a row.
    @Test(arguments: [
        ("bpjskes_form_mutasi_blank", "bpjskes_mutasi"), ("bpjskes_registrasi_blank", "bpjskes_registrasi"),
        ("template_tk_baru", "bpjstk_tk_mendaftar"), ("template_tk_lanjutan", "bpjstk_tk_lanjutan"),
        ("template_tk_na", "bpjstk_tk_nonaktif"), ("template_koreksi_tk", "bpjstk_koreksi"),
    ])
    func `a blank form is recognised and has no rows`(file: String, layout: String) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let outcome = try TestOffice(session).imports(
                    .workers, file: "\(PatuhTemplates.root)/Tests/Fixtures/layouts/\(file).xlsx", asOf: "2026-10-31",
                    employer: "90000001")
                guard case .accepted = outcome.verdict else {
                    Issue.record("\(outcome.verdict): \(outcome.rejects)")
                    return
                }
                #expect(outcome.reading.layout == layout)
                #expect(outcome.read == 0)
            }
        }
    }

    @Test(arguments: LayoutCase.all)
    func `importing it again by name changes nothing`(example: LayoutCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let employer = example.kind == .workers ? "90000001" : nil
                if let before = example.before { _ = try office.imports(.workers, file: before, employer: employer) }
                _ = try office.imports(
                    example.kind, file: example.input, asOf: "2026-10-31", acceptValid: true, employer: employer)
                let before = try registerState(session)
                let again = try office.imports(
                    example.kind, file: example.input, asOf: "2026-10-31", acceptValid: true, employer: employer,
                    layout: example.layout)
                guard case .alreadyImported = again.verdict else {
                    Issue.record("\(again.verdict)")
                    return
                }
                let after = try registerState(session)
                #expect(before == after)
            }
        }
    }
}
