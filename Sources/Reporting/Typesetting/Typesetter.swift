import FoundationEssentials
import Subprocess
import SystemPackage

/// Sets documents in worker processes that stay warm between jobs.
public enum Typesetter {
    /// A worker is replaced after so many documents, because its memory grows with every one.
    private static let documentsPerWorker = 500

    /// Sets all jobs and returns their PDFs in the same order; the first failure ends the whole.
    ///
    /// - Parameters:
    ///   - jobs: the documents to set.
    ///   - installation: where the interpreter and the templates stand.
    /// - Returns: one PDF per job.
    /// - Throws: a ``ReportingError``; on cancellation the workers are ended.
    public static func typeset(
        _ jobs: [TypesetJob], using installation: TypesetterInstallation
    ) async throws -> [[UInt8]] {
        BrokenPipe.ignored
        let queue = JobQueue(count: jobs.count)
        let workers = min(jobs.count, ProcessInfo.processInfo.activeProcessorCount)
        var documents = [[UInt8]](repeating: [], count: jobs.count)
        try await withThrowingTaskGroup(of: [(Int, [UInt8])].self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var done: [(Int, [UInt8])] = []
                    while await !queue.isEmpty {
                        done += try await work(through: queue, of: jobs, using: installation)
                    }
                    return done
                }
            }
            for try await finished in group {
                for (index, document) in finished { documents[index] = document }
            }
        }
        return documents
    }

    /// Runs one worker until the queue is empty or the worker has done its share.
    private static func work(
        through queue: JobQueue, of jobs: [TypesetJob], using installation: TypesetterInstallation
    ) async throws -> [(Int, [UInt8])] {
        var options = PlatformOptions()
        options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: .milliseconds(500))]
        let result: ExecutionResult<[(Int, [UInt8])]?, SequenceOutput, StringOutput<UTF8>>
        do {
            result = try await run(
                .path(FilePath(installation.python)),
                arguments: ["-I", installation.worker, "--root", installation.resources],
                platformOptions: options,
                input: .inputWriter,
                output: .sequence,
                error: .string(limit: 1 << 20)
            ) { execution in
                try await converse(execution, queue: queue, jobs: jobs, resources: installation.resources)
            }
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw TypesetterInstallation.missing(
                "The typesetter could not be run with \(installation.python).", resources: installation.resources,
                detail: error.description)
        }
        guard let documents = result.closureResult else {
            throw ReportingError(
                .typesetterStopped, "The typesetter ended before it answered (\(result.terminationStatus)).",
                detail: result.standardError)
        }
        return documents
    }

    /// Gives the worker one job after the other; nil when the worker has gone.
    ///
    /// The worker has read a job to its end before it answers, and its answer is read to its end before the next job is
    /// written, so neither side ever waits on a full pipe.
    private static func converse(
        _ execution: Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>, queue: JobQueue,
        jobs: [TypesetJob], resources: String
    ) async throws -> [(Int, [UInt8])]? {
        var answers = execution.standardOutput
            .strings(separatedBy: .lineBreaks, bufferingPolicy: .unbounded).makeAsyncIterator()
        var documents: [(Int, [UInt8])] = []
        while documents.count < documentsPerWorker, let index = await queue.take() {
            // A worker that cannot work says so and leaves; its words count, not the broken pipe.
            _ = try? await execution.standardInputWriter.write(jobs[index].line(id: index))
            guard let line = try await answers.next() else {
                try Task.checkCancellation()
                return nil
            }
            let document = try WorkerAnswer(line: line).document(of: jobs[index], at: index, resources: resources)
            documents.append((index, document))
        }
        try await execution.standardInputWriter.finish()
        return documents
    }
}
