import FoundationEssentials
import Postgres
import Register
import TestSupport
import Testing

@testable import Reporting

/// The report on the branch counts employers, not records of the register.
@Suite struct BranchCountTests {
    private static let heading = "Nomor Lapangan;Nama Badan Usaha;Alamat;Kode Wilayah;Skala Usaha\n"

    @Test func whoIsDecidedToBeOneCountsOnceAndWhoIsTakenBackNotAtAll() async throws {
        try await TestDatabase.connected(PatuhTemplates.audited) { database in
            try await database.run { session in
                let office = try Office.find(nil, in: session)
                let before = try Self.counts(office, session)
                #expect(before == [60, 60, 60])
                let batch = try Self.importEmployer(session)
                #expect(try Self.counts(office, session) == [61, 61, 61])
                _ = try Withdrawal.withdraw(batch, office: office, reason: "closed long ago", session: session)
                #expect(try Self.counts(office, session) == before)
                let codes = try session.row(
                    """
                    select min(b.code) filter (where b.entity_code is null) as listed, min(b.entity_code) as registered
                    from register.business_profile as b
                    inner join register.sources_of(\(office.id)::smallint) using (business_id)
                    """)
                _ = try BusinessMatch.decide(
                    .same, (try codes.get("listed"), try codes.get("registered")), office: office, reason: "one owner",
                    session: session)
                #expect(try Self.counts(office, session) == [59, 59, 59])
            }
        }
    }

    /// How many employers the summary, the sizes and the regencies have.
    private static func counts(_ office: Office, _ session: Session) throws -> [Int64] {
        let report = try ReportBuilder(PatuhTemplates.resources, catalogue: try Samples.catalogue())
            .build("branch", scope: ReportScope(office: office), session: session)
        let summary = report.metadata.first { $0.key == "businesses" }?.cell
        let sums = ["sizes", "regencies"].map { key -> Cell? in
            guard let section = report.sections.first(where: { $0.key == key }) else { return nil }
            return section.columns.firstIndex { $0.key == "businesses" }.flatMap { section.totals?[$0] }
        }
        return ([summary] + sums).compactMap { cell in
            guard case .integer(let count)? = cell else { return nil }
            return count
        }
    }

    private static func importEmployer(_ session: Session) throws -> Int {
        let path = FileManager.default.temporaryDirectory.path + "/businesses-\(UUID().uuidString).csv"
        try Data((heading + ";Toko Sebentar;Jl. Contoh;61.71.03;MIKRO\n").utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outcome = try Importer(PatuhTemplates.resources).run(
            ImportRequest(kind: .businesses, path: path, fileName: "oss.csv", asOf: PatuhTemplates.asOf),
            session: session, rejectsPath: nil)
        guard case .accepted(let batch) = outcome.verdict else { throw Refused(outcome: outcome) }
        return batch
    }

    private struct Refused: Error {
        let outcome: ImportOutcome
    }
}
