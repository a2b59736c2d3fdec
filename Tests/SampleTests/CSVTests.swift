import Testing

@testable import Sample

@Suite struct CSVTests {
    @Test func `fields are quoted only where needed`() throws {
        try SampleFixture.withFolder { path in
            let folder = try SampleFolder(path)
            let file = try CSVWriter(name: "a.csv", folder: folder.draft, header: "a;b;c;d;e")
            file.text("one, two")
            file.text("a \"b\"; c")
            file.number(-7, width: 3)
            file.empty()
            file.date(CivilDate(year: 2026, month: 3, day: 9), "-")
            try file.endRow()
            try file.flush()
            let read = BranchFiles(folder: folder.draft)
            #expect(try read.lines("a.csv") == ["a;b;c;d;e", "one, two;\"a \"\"b\"\"; c\";-007;;09-03-2026"])
            #expect(file.rows == 1)
            folder.discard()
        }
    }

    @Test func `a buffer much smaller than the file loses nothing`() throws {
        try SampleFixture.withFolder { path in
            let folder = try SampleFolder(path)
            let file = try CSVWriter(name: "a.csv", folder: folder.draft, header: "n")
            for number in 0..<200_000 {
                file.number(number)
                try file.endRow()
            }
            try file.flush()
            let lines = try BranchFiles(folder: folder.draft).lines("a.csv")
            #expect(lines.count == 200_001)
            #expect(lines[100_000] == "99999" && lines[200_000] == "199999")
            folder.discard()
        }
    }

    @Test func `reference files may quote`() {
        let records = ReferenceTable.records(in: Array("a,b\r\n1,\"x, y\"\n\n2,z".utf8))
        #expect(records == [["a", "b"], ["1", "x, y"], ["2", "z"]])
    }
}
