import Postgres
import Register
import Rules
import TestSupport
import Testing

/// Decisions through audits of imported evidence: each line of `Tests/Scenarios/decisions/stories.csv`.
@Suite struct DecisionStoryTests {
    @Test(arguments: DecisionCase.all("stories.csv"))
    func aDecisionOutlivesAuditsAsTheStorySays(_ line: DecisionCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                try Evidence.importBase(session)
                var last: AuditSummary?
                for step in line.steps {
                    last = try Self.take(step.split(separator: " ").map(String.init), session) ?? last
                }
                let office = try Office.find(nil, in: session)
                let standing: String? = try session.valueIfPresent(
                    """
                    select decision from audit.decision_at(\(office.id)::smallint, audit.last_run(\(office.id)::smallint))
                    """)
                #expect(standing.flatMap(FindingVerdict.init) == line.expected)
                // What the audit said of decisions is what stands.
                let counts = try #require(last?.decisions)
                #expect(counts.contested == (line.expected == .contested ? 1 : 0))
                #expect(counts.waived == (line.expected == .waived ? 1 : 0))
                #expect(counts.corrected == (line.expected == .dataCorrected ? 1 : 0))
            }
        }
    }

    /// Does what a step says; an audit gives its summary.
    private static func take(_ words: [String], _ session: Session) throws -> AuditSummary? {
        let office = try Office.find(nil, in: session)
        switch (words[0], words.count) {
        case ("bill", 3): try Evidence.bill(words[1], try #require(Int(words[2])), session)
        case ("pay", 3): try Evidence.payment(words[1], try #require(Int(words[2])), session)
        case ("members", 3...):
            try Evidence.importRows(
                .jknMembers,
                [
                    "DATA PESERTA JKN PER BADAN USAHA", "Data per: \(words[1])",
                    "NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;KELAS RAWAT;TGL MULAI AKTIF;STATUS KEPESERTAAN;GAJI;KODE PERUSAHAAN;HUBUNGAN KELUARGA;NIK PESERTA UTAMA;TGL NONAKTIF",
                ] + words.dropFirst(2).map { "\(try worker($0));P;2;01-02-2020;AKTIF;4000000;01000001;TK;;" }, session)
        case ("wages", 3):
            let month = words[1].split(separator: "-").reversed().joined(separator: "-")
            try Evidence.importRows(
                .bpjstkWages,
                [
                    "NIK;NAMA_LENGKAP;TGL_LAHIR;UPAH;BLTH;NPP", "\(try worker("Ani"));4000000;\(month);70000001",
                    "\(try worker("Budi"));\(words[2]);\(month);70000001",
                ], session)
        case ("undo", 1):
            _ = try Withdrawal.withdraw(
                try session.value("select max(batch_id) from import.batch"), office: office, reason: "a case",
                session: session)
        case ("audit", 2):
            let day = try #require(CalendarDate(iso: words[1]))
            return try Auditor(PatuhTemplates.resources).run(AuditRequest(asOf: day), session: session)
        case ("finds", 3):
            let found = try findings(of: words[2], office, session)
            #expect(found.count == Int(words[1]), "\(words)")
        default:
            let verdict = try #require(DecisionCase.verdict(words[0]), "\(words)")
            try FindingDecision.record(
                verdict, try findings(of: try #require(words.last), office, session), office: office,
                reason: "a case", session: session)
        }
        return nil
    }

    /// NIK, name and birth date of a worker.
    private static func worker(_ name: String) throws -> String {
        let workers = [
            "Ani": "6171014101909001;Ani Contoh;01-01-1990", "Budi": "6171010202919002;Budi Contoh;02-02-1991",
        ]
        return try #require(workers[name])
    }

    private static func findings(of rule: String, _ office: Office, _ session: Session) throws -> [String] {
        try session.rows(
            """
            select audit.finding_code(finding_id) as code
            from audit.findings_at(\(office.id)::smallint, audit.last_run(\(office.id)::smallint))
            where rule_code = \(rule)
            """
        ).map { try $0.get("code") }
    }
}
