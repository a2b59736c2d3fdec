import FoundationEssentials

/// One line from a typesetting worker.
struct WorkerAnswer: Decodable {
    /// The job's position; nil when the worker itself cannot work.
    let id: Int?
    let pdf: String?
    let error: String?

    init(line: String) throws {
        self = try JSONDecoder().decode(WorkerAnswer.self, from: Data(line.utf8))
    }

    func document(of job: TypesetJob, at index: Int, resources: String) throws -> [UInt8] {
        if let error {
            guard id != nil else { throw TypesetterInstallation.missing(error, resources: resources) }
            throw ReportingError(.typesettingFailed, error, hint: "Correct the template, or the data it is given.")
        }
        guard id == index, let pdf, let data = Data(base64Encoded: pdf) else {
            throw ReportingError(.typesetterStopped, "The typesetter's answer for \(job.template) was not understood.")
        }
        return Array(data)
    }
}
