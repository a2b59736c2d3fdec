import FoundationEssentials
import Glibc
import Postgres
import TestSupport
import Testing

/// Whatever goes wrong: no NIK, name or wage of a file reaches a screen, a log or the tables that say what was wrong.
@Suite struct LeakTests {
    private static let name = "Zulkarnain Rahasiawati"
    private static let niks = ["9901013112907771", "9901013112907772", "9901017112907773", "9901013112907774"]
    private static let wage = "7771234"
    private static let secrets = niks + [name, "Rahasia", wage, "7.771.234"]

    /// A member list with a wrong value in every column, and sound rows.
    private static let members: String = {
        let heading =
            Tool.text(
                "\(PatuhTemplates.root)/Tests/Scenarios/imports/jkn-members/refused/input.csv"
            ).split(separator: "\n").first { $0.contains("NIK;") } ?? ""
        return "\(heading)\n\(rows(of: heading).joined(separator: "\n"))\n"
    }()

    private static func rows(of heading: Substring) -> [String] {
        let columns = heading.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        func row(_ nik: String, _ changes: [String: String] = [:]) -> String {
            columns.map { column in
                if let change = changes[column] { return change }
                return switch column {
                case "NIK": nik
                case let name where name.contains("NAMA"): Self.name
                case "GAJI": wage
                case "KODE PERUSAHAAN": "90000001"
                default: defaults[column] ?? ""
                }
            }.joined(separator: ";")
        }
        // A wrong value that names a person all the same, in each of the columns.
        let wrong = columns.map { row(niks[3], [$0: "\(niks[0])x \(name) \(wage)"]) }
        return [row(niks[0]), row(niks[1])] + wrong
    }

    private static let defaults = [
        "TGL LAHIR": "31-12-1990", "TANGGAL LAHIR": "31-12-1990", "JENIS KELAMIN": "L", "KELAS RAWAT": "1",
        "TGL MULAI AKTIF": "01-01-2026", "STATUS KEPESERTAAN": "AKTIF", "HUBUNGAN KELUARGA": "TK",
    ]

    @Test func `nothing of a person is printed, logged or kept beside the register`() async throws {
        try await BrokenServer.with { server, test in
            try await TemporaryFolder.with { folder in
                let tool = Tool(test, folder: folder)
                try await WageFile.prepare(tool)
                try Data(Self.members.utf8).write(to: URL(filePath: folder + "/peserta.csv"))
                let import_ = ["import", "jkn-members", "--as-of", "2026-10-31", "peserta.csv"]
                var outcomes = [try await tool.run(import_), try await tool.run(import_ + ["--dry-run"])]
                #expect(outcomes.map(\.exit) == [6, 6])
                for (broken, mended) in Self.serverErrors {
                    try await run(broken, test)
                    let outcome = try await tool.run(import_ + ["--accept-valid"])
                    #expect(outcome.exit == 1 && outcome.err.contains("[E-PG-server-error]"), "\(outcome.err)")
                    outcomes.append(outcome)
                    try await run(mended, test)
                }
                for stage in [FaultStage.copy, .accept] {
                    outcomes.append(
                        try await stage.interrupt(tool, WageFile.arguments, test) { _ in
                            try await Backends.terminate(test)
                        })
                }
                outcomes.append(try await tool.run(import_ + ["--accept-valid"]))
                #expect(outcomes.last?.exit == 6)
                let batch = outcomes.last?.err.firstMatch(of: #/Batch (\d+)\./#).map { String($0.1) } ?? ""
                outcomes.append(try await tool.succeed("import", "show", batch, "--format", "json"))
                outcomes.append(try await tool.succeed("journal", "list", "--format", "json"))

                let printed = outcomes.map { $0.out + $0.err }.joined()
                #expect(Self.secrets(in: printed) == [])
                let log = Tool.text(server.embedded.logFile)
                #expect(log.contains("terminating connection"), "the log must hold the faults to prove anything")
                #expect(Self.secrets(in: log) == [])
                #expect(Self.secrets(in: try await records(test)) == [])
            }
        }
    }

    /// Statements that make the server refuse a row of the import and quote it, and that undo this.
    private static let serverErrors = [
        (
            "alter table register.enrolment add constraint refuses check (wage <> \(wage)) not valid",
            "alter table register.enrolment drop constraint refuses"
        ),
        (
            "alter table register.person add constraint refuses unique (name)",
            "alter table register.person drop constraint refuses"
        ),
    ]

    private func run(_ statement: String, _ test: TestDatabase) async throws {
        let database = try await test.connect()
        try await database.run { try $0.script(statement) }
        await database.close()
    }

    private static func secrets(in text: String) -> [String] {
        let wages = ["3915000", "3.915.000"].filter { text.contains("\($0);") }
        return secrets.filter(text.contains) + wages + text.matches(of: #/\b\d{16}\b/#).map { String($0.output) }
    }

    /// All text of the tables that tell of imports.
    private func records(_ test: TestDatabase) async throws -> String {
        let database = try await test.connect()
        let text: String = try await database.run { session in
            try session.value(
                """
                select string_agg(t.line, E'\\n')
                from (
                    select b::text from import.batch as b
                    union all
                    select r::text from import.reject as r
                    union all
                    select w::text from import.warning as w
                    union all
                    select e::text from journal.entry as e
                ) as t (line)
                """)
        }
        await database.close()
        return text
    }
}
