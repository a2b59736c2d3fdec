import ArgumentParser
import Glibc
import Postgres
import Register
import Reporting
import Sample

/// Turns any error into a message on stderr and an exit code.
enum Failure {
    static func exit(_ error: any Error) -> Never {
        switch error {
        case let fault as Fault:
            end(fault.message, hint: fault.hint, code: fault.code.description, status(of: fault.code))
        case let error as PostgresError where error.code == .cancelled:
            end("Interrupted; what was under way was rolled back.", hint: nil, code: nil, .interrupted)
        case is CancellationError:
            end("Interrupted; what was under way was rolled back.", hint: nil, code: nil, .interrupted)
        case let error as PostgresError:
            debug(error.debugDescription)
            let hint = error.code == .connectionFailed ? connectionHint(error.hint) : error.hint
            end(error.message, hint: hint, code: "E-PG-\(words(error.code))", status(of: error.code))
        case let error as ReportingError:
            end(error.message, hint: error.hint, code: "E-REP-\(error.code)", .failure)
        case let error as SampleError:
            end(
                error.message, hint: error.hint, code: "E-SMP-\(words(error.code))",
                error.code == .badOption ? .usage : .failure)
        case is Terminal.Closed:
            Glibc.exit(ExitStatus.done.rawValue)
        default:
            Patuh.exit(withError: error)
        }
    }

    private static func connectionHint(_ hint: String?) -> String {
        [hint, "Check --dbname, DATABASE_URL and PG*; without them Patuh runs a PostgreSQL of its own."]
            .compactMap(\.self).joined(separator: "\n  ")
    }

    /// All codes are printed alike: `connectionFailed` as `connection-failed`.
    private static func words(_ code: some CustomStringConvertible) -> String {
        code.description.reduce(into: "") { text, character in
            text += character.isUppercase ? "-\(character.lowercased())" : String(character)
        }
    }

    private static func end(_ message: String, hint: String?, code: String?, _ status: ExitStatus) -> Never {
        Terminal.note("patuh: \(message)")
        if let hint { Terminal.note("  \(hint)") }
        if let code { Terminal.note("  [\(code)]") }
        Glibc.exit(status.rawValue)
    }

    /// What the server said may hold values of rows: it goes to the file named by PATUH_DEBUG, never to the screen.
    private static func debug(_ text: String) {
        guard let path = getenv("PATUH_DEBUG") else { return }
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, let file = fdopen(descriptor, "a") else { return }
        fputs(text + "\n", file)
        fclose(file)
    }

    private static func status(of code: Fault.Code) -> ExitStatus {
        switch code {
        case .schemaMissing, .schemaNewer, .migrationChanged, .scratchRefused: .database
        case .batchUnknown, .businessUnknown, .businessAmbiguous, .workerUnknown, .findingUnknown, .letterUnknown,
            .planMissing, .auditMissing, .runUnknown,
            .officeUnknown, .ruleUnknown, .scenarioMissing, .databaseUnknown:
            .nothingMatched
        case .tooManyRejects, .entryRefused: .rowsRejected
        default: .failure
        }
    }

    private static func status(of code: PostgresError.Code) -> ExitStatus {
        switch code {
        case .connectionFailed, .connectionLost, .serverBinariesMissing, .serverStartFailed, .dataFolderUnusable:
            .database
        default: .failure
        }
    }
}
