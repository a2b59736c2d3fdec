import FoundationEssentials
import Postgres
import Register
import TestSupport

extension Paper {
    /// What became of a file that was taken in.
    struct Taken {
        let batch: Int
        /// Places of the rows that were refused.
        let refused: Set<Int>
    }

    /// The importer did not take a file as it should.
    struct NotTaken: Error {
        let number: Int
        let verdict: ImportOutcome.Verdict
    }

    /// Takes the file in, rows that are refused left out.
    ///
    /// - Parameters:
    ///   - number: its number, which makes its name.
    ///   - branch: whose firms its rows are about.
    ///   - batch: the batch that it replaces.
    ///   - session: the session to work with.
    /// - Returns: its batch; nil for rows that come back mended of a list that has refused none.
    /// - Throws: ``NotTaken``, ``Fault`` or `PostgresError`.
    func takeIn(number: Int, of branch: Branch, replacing batch: Int? = nil, _ session: Session) throws -> Taken? {
        let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).csv"
        try Data((lines(branch, number: number).joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
        defer {
            try? FileManager.default.removeItem(atPath: path)
            try? FileManager.default.removeItem(atPath: path + ".rejects")
        }
        let request = ImportRequest(
            kind: kind.importKind, path: path, fileName: fileName(number), asOf: kind == .payments ? day : nil,
            layout: kind.layout, replaces: batch, acceptValid: true)
        do {
            // Some branches are of days to come.
            let outcome = try DateLimits.$today.withValue(.latest) {
                try Importer(PatuhTemplates.resources).run(
                    request, session: session, rejectsPath: path + ".rejects")
            }
            guard case .accepted(let batch) = outcome.verdict else {
                throw NotTaken(number: number, verdict: outcome.verdict)
            }
            let lines = try session.rows("select distinct line from import.reject where batch_id = \(batch)")
                .map { try $0.get("line", as: Int.self) }
            return Taken(batch: batch, refused: Set(lines.map { $0 - linesAbove - 1 }))
        } catch let fault as Fault where fault.code == .listMissing {
            return nil
        }
    }
}
