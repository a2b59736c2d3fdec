import FoundationEssentials
import Testing

@testable import Reporting

@Suite(.enabled(if: Typesetting.installation != nil, "the typesetter is not installed"))
struct TypesetterTests {
    @Test func theSameJobGivesTheSameBytes() async throws {
        let job = LetterSamples.job("sppk", LetterSamples.letter(subject: "Panggilan Pemeriksaan"))
        let first = try await Typesetting.typeset([job])
        let second = try await Typesetting.typeset([job])
        #expect(first == second)
        let later = TypesetJob(template: job.template, data: job.data, timestamp: job.timestamp + 86_400)
        #expect(try await Typesetting.typeset([later]) != first)
    }

    @Test func manyJobsKeepTheirOrder() async throws {
        let numbers = (1...30).map { "\(900 + $0)/VII-05/1126" }
        let jobs = numbers.map { LetterSamples.job("sppk", LetterSamples.letter(subject: "Panggilan", number: $0)) }
        let documents = try await Typesetting.typeset(jobs)
        #expect(documents.count == 30)
        for (number, document) in zip(numbers, documents) {
            #expect(try await Typesetting.text(document).contains("Nomor : \(number)"))
        }
    }

    @Test func noJobsNeedNoWorker() async throws {
        let nowhere = TypesetterInstallation(python: "/nowhere/python", resources: "/nowhere")
        #expect(try await Typesetter.typeset([], using: nowhere).isEmpty)
    }

    @Test func aDocumentLargerThanAnyPipe() async throws {
        let data = LetterSamples.letter(subject: "Teguran Tertulis Pertama", rows: 2_000)
        let document = try #require(try await Typesetting.typeset([LetterSamples.job("teguran-1", data)]).first)
        #expect(document.count > 1 << 20)
    }

    @Test func anUnknownTemplateIsNamed() async throws {
        for template in ["letters/none.typ", "../Package.swift", "letters"] {
            let error = await #expect(throws: ReportingError.self) {
                try await Typesetting.typeset([TypesetJob(template: template, data: [:], timestamp: 0)])
            }
            #expect(error?.code == .typesettingFailed)
            #expect(error?.message.contains("\(template): there is no such template") == true)
        }
    }

    @Test func aMissingFactIsPlacedInTheTemplate() async throws {
        let error = await #expect(throws: ReportingError.self) {
            try await Typesetting.typeset([LetterSamples.job("sppk", ["draft": false, "subject": "Rahasia Budi"])])
        }
        #expect(error?.code == .typesettingFailed)
        #expect(error?.message.contains(/letters\/sppk\.typ:\d+:/) == true)
        #expect(error?.message.contains("\"assignment\"") == true)
    }

    @Test func errorsDoNotQuoteTheData() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/templates-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder + "/typesetter", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let worker = try Data(contentsOf: URL(filePath: Samples.resources + "/typesetter/typesetter.py"))
        try AtomicFile.write(Array(worker), to: folder + "/typesetter/typesetter.py")
        try AtomicFile.write(
            Array("#let data = json(bytes(sys.inputs.data))\n\n#panic(data.name)\n".utf8), to: folder + "/bad.typ")
        let installation = TypesetterInstallation(
            python: try #require(Typesetting.installation).python, resources: folder)
        let error = await #expect(throws: ReportingError.self) {
            try await Typesetter.typeset(
                [TypesetJob(template: "bad.typ", data: ["name": "Budi 6171"], timestamp: 0)], using: installation)
        }
        #expect(error?.message.contains("bad.typ:3: ") == true)
        #expect(error?.message.contains("Budi") == false)
    }

    @Test func aCharacterThatTheFontLacksIsNotQuoted() async throws {
        let job = LetterSamples.job("sppk", LetterSamples.letter(subject: "Panggilan 日"))
        let error = await #expect(throws: ReportingError.self) { try await Typesetting.typeset([job]) }
        #expect(error?.message.contains("could not be displayed with font") == true)
        #expect(error?.message.contains("日") == false)
    }

    @Test func oneBadJobFailsTheWhole() async throws {
        let good = LetterSamples.job("sppk", LetterSamples.letter(subject: "Panggilan"))
        let bad = TypesetJob(template: "letters/none.typ", data: [:], timestamp: 0)
        await #expect(throws: ReportingError.self) { try await Typesetting.typeset([good, good, bad, good, good]) }
    }

    @Test func cancellationEndsTheWorkers() async throws {
        let job = LetterSamples.job("teguran-1", LetterSamples.letter(subject: "Teguran", rows: 60))
        let task = Task { try await Typesetting.typeset([TypesetJob](repeating: job, count: 400)) }
        try await Task.sleep(for: .milliseconds(400))
        let clock = ContinuousClock()
        let start = clock.now
        task.cancel()
        await #expect(throws: (any Error).self) { try await task.value }
        #expect(clock.now - start < .seconds(60))
    }
}

@Suite struct TypesetterInstallationTests {
    @Test func aMissingInterpreterSaysWhatToInstall() async throws {
        let nowhere = TypesetterInstallation(python: "/nowhere/python", resources: Samples.resources)
        let error = await #expect(throws: ReportingError.self) {
            try await Typesetter.typeset([LetterSamples.job("sppk", [:])], using: nowhere)
        }
        #expect(error?.code == .typesetterMissing)
        #expect(error?.hint?.contains("requirements.txt") == true)
    }

    /// The system's own Python has neither package.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func missingPackagesSayWhatToInstall() async throws {
        let bare = TypesetterInstallation(python: "/usr/bin/python3", resources: Samples.resources)
        let error = await #expect(throws: ReportingError.self) {
            try await Typesetter.typeset([LetterSamples.job("sppk", LetterSamples.letter(subject: "x"))], using: bare)
        }
        #expect(error?.code == .typesetterMissing)
        #expect(error?.message.contains("is not installed") == true)
    }

    @Test func aWorkerThatDiesIsReported() async throws {
        let silent = TypesetterInstallation(python: "/bin/true", resources: Samples.resources)
        let error = await #expect(throws: ReportingError.self) {
            try await Typesetter.typeset([LetterSamples.job("sppk", [:])], using: silent)
        }
        #expect(error?.code == .typesetterStopped)
    }

    @Test func theEnvironmentComesFirst() throws {
        let found = try TypesetterInstallation.locate(
            resources: Samples.resources, environment: ["PATUH_PYTHON": "/opt/python"])
        #expect(found.python == "/opt/python")
        let error = #expect(throws: ReportingError.self) {
            try TypesetterInstallation.locate(resources: "/nowhere/Reports", prefix: "/nowhere", environment: [:])
        }
        #expect(error?.code == .typesetterMissing)
    }
}
