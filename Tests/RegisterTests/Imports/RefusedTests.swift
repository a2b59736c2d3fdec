import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Register

@Suite struct RefusedTests {
    @Test(arguments: ImportCase.all("refused"))
    func `one bad row refuses the file, and each is told with line, column and code`(example: ImportCase) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let before = try registerState(session)
                let refused = try office.imports(example.kind, file: example.input)
                let after = try registerState(session)
                #expect(refused.verdict == .refused)
                #expect(before == after, "all or nothing")

                let valid = try office.imports(example.kind, file: example.input, acceptValid: true)
                guard case .accepted(let batch) = valid.verdict else {
                    Issue.record("\(valid.verdict)")
                    return
                }
                #expect(valid.read == valid.accepted + valid.unchanged + valid.rejected)
                #expect(valid.rejects == refused.rejects)
                #expect(valid.accepted == refused.accepted)
                let rejects = try office.lines(
                    """
                    select concat_ws(';', line, column_name, code) from import.reject where batch_id = \(batch)
                    order by line, column_name collate "C"
                    """)
                #expect(rejects == example.expected)
                let rows = Set(rejects.compactMap { $0.split(separator: ";").first })
                #expect(rows.count == valid.rejected)
            }
        }
    }

    @Test(arguments: ImportCase.all("refused"))
    func `no message holds a number, a name or a wage`(example: ImportCase) async throws {
        let values = try example.personalValues()
        #expect(values.count > 1 || example.kind == .absences)
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(example.kind, file: example.input, acceptValid: true)
                var messages = outcome.rejects.map(\.message)
                messages += try office.lines("select message from import.reject")
                messages += try office.lines("select concat_ws(' ', subject, reason, details) from journal.entry")
                messages += try reasons(office.rejects)
                for message in messages {
                    let leaked = values.filter { message.contains($0) }
                    #expect(leaked.isEmpty, "\(message)")
                }
            }
        }
    }

    /// The last column of a rejects file.
    private func reasons(_ path: String) throws -> [String] {
        try CSVFile(Array(Data(contentsOf: URL(filePath: path)))).records.dropFirst().compactMap(\.last)
    }

    @Test(arguments: ImportCase.all("refused"))
    func `the rejects file has the title rows, the headings and the refused rows as they stood`(
        example: ImportCase
    ) async throws {
        try await TestDatabase.connected(PatuhTemplates.schema) { database in
            try await database.run { session in
                let office = try TestOffice(session)
                let outcome = try office.imports(example.kind, file: example.input)
                #expect(outcome.rejectsFile == office.rejects)
                let input = try CSVFile(example.text)
                let rejects = try CSVFile(TemporaryFolder.read(office.rejects))
                let refused = Set(example.expected.compactMap { Int($0.prefix { $0 != ";" }) })
                let heading = try #require(rejects.records.firstIndex { $0.last == "ALASAN PENOLAKAN" })
                let headingLine = input.lines[heading]
                let kept = zip(input.lines, input.records).filter { $0.0 <= headingLine || refused.contains($0.0) }
                let copied = rejects.records.enumerated().map {
                    $0.offset < heading ? $0.element : $0.element.dropLast()
                }
                // A line that ended early is filled up, and what it lacks is marked.
                #expect(copied.map { $0.filter { $0 != NoValue.missing } } == kept.map(\.1))
                #expect(rejects.records.dropFirst(heading + 1).allSatisfy { $0.last?.contains(": ") == true })
            }
        }
    }
}
