import FoundationEssentials

/// Where the typesetter's interpreter and the templates stand.
public struct TypesetterInstallation: Sendable {
    /// The Python interpreter that has the packages of `typesetter/requirements.txt`.
    public let python: String
    /// The folder `Reports` with templates and the worker.
    public let resources: String

    /// An installation at given places.
    public init(python: String, resources: String) {
        self.python = python
        self.resources = resources
    }

    /// Finds the interpreter: `PATUH_PYTHON`, then `.venv` beside the resources, then the installed tree.
    ///
    /// - Parameters:
    ///   - resources: the folder `Reports`.
    ///   - prefix: the root of an installed tree such as `/usr/local`.
    ///   - environment: the process's environment.
    /// - Returns: the installation.
    /// - Throws: a ``ReportingError`` that says what to install.
    public static func locate(
        resources: String, prefix: String? = nil, environment: [String: String]
    ) throws -> TypesetterInstallation {
        if let python = environment["PATUH_PYTHON"], !python.isEmpty {
            return TypesetterInstallation(python: python, resources: resources)
        }
        var places = [resources + "/../.venv/bin/python"]
        if let prefix { places.append(prefix + "/lib/patuh/venv/bin/python") }
        guard let python = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw missing("The typesetter's Python was not found.", resources: resources)
        }
        return TypesetterInstallation(python: python, resources: resources)
    }

    var worker: String { resources + "/typesetter/typesetter.py" }

    static func missing(_ message: String, resources: String, detail: String? = nil) -> ReportingError {
        ReportingError(
            .typesetterMissing, message,
            hint: """
                Make one with: python3 -m venv .venv && .venv/bin/pip install -r \
                \(resources)/typesetter/requirements.txt (Debian: python3-venv, fonts-liberation), or set PATUH_PYTHON.
                """,
            detail: detail)
    }
}
