import FoundationEssentials
import Testing

@testable import Sample

@Suite struct FolderTests {
    @Test func `the same seed gives the same bytes, another seed others`() throws {
        let first = try contents(7)
        #expect(try contents(7) == first)
        #expect(try contents(8)["jkn_peserta.csv"] != first["jkn_peserta.csv"])
    }

    @Test func `an earlier sample is replaced, months and all`() throws {
        try SampleFixture.withFolder { folder in
            _ = try SampleGenerator.generate(SampleFixture.options(businesses: 3, months: 5), into: folder)
            _ = try SampleGenerator.generate(SampleFixture.options(businesses: 3, months: 2), into: folder + "/")
            let wages = try BranchFiles(folder: folder).names.filter { $0.hasPrefix("bpjstk") }
            #expect(wages == ["bpjstk_upah_2026-09.csv", "bpjstk_upah_2026-10.csv"])
        }
    }

    @Test(arguments: ["notes.txt", "kantor.csv"])
    func `a folder with anything else is left alone`(_ name: String) throws {
        try SampleFixture.withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data("x".utf8)))
            let error = #expect(throws: SampleError.self) {
                try SampleGenerator.generate(SampleFixture.options(businesses: 3), into: folder)
            }
            #expect(error?.code == .folder)
            #expect(try BranchFiles(folder: folder).names == [name])
        }
    }

    @Test func `nothing but the sample stays behind`() throws {
        try SampleFixture.withFolder { folder in
            _ = try SampleGenerator.generate(SampleFixture.options(businesses: 3), into: folder)
            let parent = folder.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
            #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["branch"])
        }
    }

    @Test func `the sample of the package is what the generator makes`() throws {
        try SampleFixture.withSample(SampleFixture.options(seed: 2026)) { files, _ in
            let committed = BranchFiles(folder: SampleFixture.committed)
            #expect(try committed.names == files.names)
            for name in try files.names {
                #expect(try committed.bytes(name) == files.bytes(name), "\(name)")
            }
            let size = try committed.names.reduce(0) { $0 + (try committed.bytes($1).count) }
            #expect(size < 3_000_000)
        }
    }

    /// Every byte of a sample.
    private func contents(_ seed: UInt64) throws -> [String: [UInt8]] {
        try SampleFixture.withSample(SampleFixture.options(seed: seed, businesses: 40)) { files, _ in
            Dictionary(uniqueKeysWithValues: try files.names.map { ($0, try files.bytes($0)) })
        }
    }
}
