import FoundationEssentials
import Glibc
import Reporting
import TestSupport
import Testing

/// The built `patuh`, with the environment and the folder it runs in.
struct Tool {
    /// What a run left: its streams and its exit code (128 + signal when it was killed).
    struct Outcome {
        let arguments: [String]
        let out: String
        let err: String
        let exit: Int32
    }

    /// The program beside the tests that are running.
    static let program: String = {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        let own = String(decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/patuh"
    }()

    var environment: [String: String]
    var folder: String
    /// Put before the program, as `setpriv` is.
    var prefix: [String] = []

    /// Runs with a test's database.
    init(_ database: TestDatabase, folder: String = "/tmp") {
        self.init(database.environment, folder: folder)
    }

    /// Runs with variables added to a bare environment: none of the caller's own connection settings reach it.
    init(_ variables: [String: String] = [:], folder: String = "/tmp") {
        environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", "PATUH_USER": "tester",
            "PATUH_RESOURCES": PatuhTemplates.root,
        ]
        if let python = Letters.installation?.python { environment["PATUH_PYTHON"] = python }
        environment.merge(variables) { $1 }
        self.folder = folder
    }

    /// Runs to the end.
    func run(_ arguments: String..., input: String = "", patience: Duration = .seconds(90)) async throws -> Outcome {
        try await run(arguments, input: input, patience: patience)
    }

    /// Runs to the end, and fails the test unless the exit code is 0.
    func succeed(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws -> Outcome {
        let outcome = try await run(arguments)
        try #require(
            outcome.exit == 0, "\(arguments.joined(separator: " ")): \(outcome.err)", sourceLocation: sourceLocation)
        return outcome
    }

    /// Runs to the end with arguments in an array.
    func run(_ arguments: [String], input: String = "", patience: Duration = .seconds(90)) async throws -> Outcome {
        try await TemporaryFolder.with { streams in
            guard FileManager.default.createFile(atPath: streams + "/in", contents: Data(input.utf8)) else {
                throw Spawned.NotStarted(program: Self.program, reason: "no file for standard input")
            }
            let process = try start(arguments, streams: streams)
            let code: Int32
            switch try await process.wait(patience) {
            case .exited(let status): code = status
            case .killed(let signal): code = 128 + signal
            }
            return Outcome(
                arguments: arguments, out: Self.text(streams + "/out"), err: Self.text(streams + "/err"), exit: code)
        }
    }

    /// Starts without waiting; the streams are files in the folder `streams`, or the descriptor `output`.
    func start(_ arguments: [String], streams: String, output: Int32? = nil) throws -> Spawned {
        try #require(
            access(Self.program, X_OK) == 0,
            "The program \(Self.program) is not there: build it with `swift build --product patuh`.")
        let input = open(streams + "/in", O_RDONLY | O_CREAT | O_CLOEXEC, 0o600)
        let out = output ?? open(streams + "/out", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        let err = open(streams + "/err", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { for descriptor in [input, out, err] { close(descriptor) } }
        return try Spawned(
            prefix + [Self.program] + arguments, environment: environment, folder: folder, input: input, output: out,
            errors: err)
    }

    /// What a file holds as text.
    static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
