import Postgres
import Register
import Rules
import TestSupport
import Testing

@testable import Reporting

/// What the issued letters say, read from their text layer.
@Suite(.enabled(if: Typesetting.installation != nil, "the typesetter is not installed; set PATUH_PYTHON"))
struct LetterTextTests {
    @Test func visitLettersHoldTheirFacts() async throws {
        try await PlannedBranch.with { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            try await branch.examine()
            for (number, text) in try await texts(branch) {
                let facts = try await facts(of: number, branch)
                for part in [
                    "Nomor : \(number)", "Pontianak, 16 November 2026", facts.addressee, facts.day,
                    "Pasal 11 huruf c Undang-Undang Nomor 24 Tahun 2011", "Kode verifikasi \(facts.verification)",
                ] { #expect(text.contains(part), "\(number): \(part)") }
                #expect(!text.contains("Rp0"))
            }
        }
    }

    @Test func warningsHoldAmountsInWordsAndMaskedNumbersOnly() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            try await branch.examine()
            let warned = try await branch.office().issue(PlannedBranch.warnings())
            #expect(warned.count > 2)
            let niks = Set(try await branch.column("select nik::text from register.person"))
            var masked = 0
            for (number, text) in try await texts(branch) {
                let digits = text.split { !$0.isNumber }.map(String.init)
                #expect(niks.isDisjoint(with: digits), "\(number) holds a whole NIK")
                guard number.contains("TEGURAN-1") else { continue }
                let facts = try await facts(of: number, branch)
                for part in [
                    "Nomor : \(number)", "Pontianak, 21 Desember 2026", facts.addressee, "Pasal 15 ayat (1)",
                    "Peraturan Pemerintah Nomor 86 Tahun 2013", facts.amount, facts.words,
                    "10 (sepuluh) hari kerja sejak surat ini diterima", facts.day,
                ] { #expect(text.contains(part), "\(number): \(part)") }
                masked += text.matches(of: /\d{4}\*{10}\d{2}/).count
            }
            #expect(masked > 10)
        }
    }

    /// The annex adds up to the amount of the letter, and the words say the same amount.
    @Test func theAnnexAddsUpToTheTotal() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            try await branch.examine()
            _ = try await branch.office().issue(PlannedBranch.warnings())
            let totals = try await branch.column(
                """
                select concat_ws('|', l.payload -> 'total' ->> 'amount', l.payload -> 'annex' -> 'total' ->> 7,
                    (select sum(regexp_replace(r ->> 7, '[^0-9]', '', 'g')::bigint)
                        from jsonb_array_elements(l.payload -> 'annex' -> 'rows') as r),
                    l.payload -> 'total' ->> 'words')
                from letter.letter as l
                where l.kind = 'TEGURAN-1' and jsonb_typeof(l.payload -> 'annex') = 'object'
                """)
            #expect(!totals.isEmpty)
            for total in totals {
                let parts = total.split(separator: "|").map(String.init)
                let sum = try #require(Int64(parts[2]))
                #expect(parts[0] == Rupiah.format(sum, cents: true))
                #expect(parts[1] == Rupiah.format(sum))
                #expect(parts[3] == Terbilang.words(sum) + " rupiah")
            }
        }
    }

    /// No minimum wage is known: the workers are warned about by name, without amounts, and nothing is charged at the cap.
    @Test func anOpenAmountStaysOpenInTheWarning() async throws {
        try await PlannedBranch.with(inspections: 7) { branch in
            try await branch.database.run { session in
                try session.execute(
                    "delete from reference.minimum_wage where region_code in ('61.71', '61.12', '61.02')")
                // Taken away behind the back of the data files, whose hashes tell a run of changes of law.
                let request = AuditRequest(asOf: PatuhTemplates.asOf, everybody: true)
                _ = try Auditor(PatuhTemplates.resources).run(request, session: session)
                try PlannedBranch.plan(session)
            }
            _ = try await branch.office().issue(PlannedBranch.visits)
            try await branch.examine()
            let warned = try await branch.office().issue(PlannedBranch.warnings())
            #expect(!warned.isEmpty)
            let open = try await branch.column(
                """
                select coalesce(payload ->> 'total', 'open') || ' ' || coalesce(payload -> 'annex' -> 'total' ->> 7, 'open')
                from letter.letter where kind = 'TEGURAN-1'
                """)
            #expect(Set(open).isSubset(of: ["open –", "open open"]))
            #expect(open.contains("open –"))
            for (number, text) in try await texts(branch) where number.contains("TEGURAN-1") {
                #expect(
                    text.firstMatch(of: /\d{4}\*{10}\d{2}|menurut jumlah tenaga kerja/.ignoresCase()) != nil,
                    "\(number)")
            }
        }
    }

    @Test func theVerificationCodeBelongsToOneLetter() async throws {
        try await PlannedBranch.with { branch in
            _ = try await branch.office().issue(PlannedBranch.visits)
            let codes = try await branch.column("select verification from letter.letter")
            #expect(Set(codes).count == codes.count)
            #expect(codes.allSatisfy { $0.wholeMatch(of: /[0-9A-F]{4}(-[0-9A-F]{4}){3}/) != nil })
            let qr = try await branch.column("select payload ->> 'qr' from letter.letter order by letter_id")
            let expected = try await branch.column(
                "select concat_ws(' ', 'PATUH', number, verification) from letter.letter order by letter_id")
            #expect(qr == expected)
        }
    }

    private struct Facts {
        let addressee: String
        let day: String
        let verification: String
        let amount: String
        let words: String
    }

    private func facts(of number: String, _ branch: PlannedBranch) async throws -> Facts {
        try await branch.database.run { session in
            let row = try session.row(
                """
                select payload -> 'addressee' ->> 'name' as addressee, verification,
                    coalesce(payload -> 'visit' ->> 'date', payload -> 'examination' ->> 'date') as day,
                    coalesce(payload -> 'total' ->> 'amount', '') as amount,
                    coalesce(payload -> 'total' ->> 'words', '') as words
                from letter.letter where number = \(number)
                """)
            return Facts(
                addressee: try row.get("addressee"), day: try row.get("day"), verification: try row.get("verification"),
                amount: try row.get("amount"), words: try row.get("words"))
        }
    }

    private func texts(_ branch: PlannedBranch) async throws -> [(String, String)] {
        var texts: [(String, String)] = []
        for letter in try await branch.printed() {
            texts.append((letter.number, try await Typesetting.text(letter.pdf)))
        }
        return texts
    }
}
