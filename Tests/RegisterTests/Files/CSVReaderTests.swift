import Testing

@testable import Register

@Suite struct CSVReaderTests {
    /// File, its records, and the line on which each begins.
    @Test(
        arguments: [
            ("", [], []),
            ("a;b\n", [["a", "b"]], [1]),
            ("a;b", [["a", "b"]], [1]),
            ("a;b\n1;2\n", [["a", "b"], ["1", "2"]], [1, 2]),
            ("a;b\r\n1;2\r\n", [["a", "b"], ["1", "2"]], [1, 2]),
            ("a;b\r1;2", [["a", "b"], ["1", "2"]], [1, 2]),
            ("\u{FEFF}a;b\n", [["a", "b"]], [1]),
            ("\u{FEFF}\"a\";b\n", [["a", "b"]], [1]),
            ("\u{FEFF}", [], []),
            (";;\n", [["", "", ""]], [1]),
            ("a;", [["a", ""]], [1]),
            ("\n\na\n", [[""], [""], ["a"]], [1, 2, 3]),
            ("\"a;b\";c\n", [["a;b", "c"]], [1]),
            ("\"say \"\"yes\"\"\";c\n", [["say \"yes\"", "c"]], [1]),
            ("\"\";\"\"\n", [["", ""]], [1]),
            ("\"\"\"\"\n", [["\""]], [1]),
            ("\"two\nlines\";b\nc;d\n", [["two\nlines", "b"], ["c", "d"]], [1, 3]),
            ("\"three\r\n\r\nlines\";b\r\nc;d\r\n", [["three\r\n\r\nlines", "b"], ["c", "d"]], [1, 4]),
            ("a;\"last", nil, []),
            ("5\" pipe;b\n", [["5\" pipe", "b"]], [1]),
            ("a, b;c\td\n", [["a, b", "c\td"]], [1]),
            // Plain lines are taken whole; one with a quote, or the last one without an end, is not.
            ("a;b\n\"c\";d\ne;\"\"\nf;g", [["a", "b"], ["c", "d"], ["e", ""], ["f", "g"]], [1, 2, 3, 4]),
            ("a;b\r1;2\r", [["a", "b"], ["1", "2"]], [1, 2]),
            ("é;b\nc;漢\n", [["é", "b"], ["c", "漢"]], [1, 2]),
        ] as [(String, [[String]]?, [Int])])
    func records(text: String, expected: [[String]]?, lines: [Int]) throws {
        guard let expected else {
            let fault = #expect(throws: Fault.self) { _ = try CSVFile(text) }
            #expect(fault?.code == .csvMalformed)
            return
        }
        let file = try CSVFile(text)
        #expect(file.records == expected)
        #expect(file.lines == lines)
    }

    @Test func `an unterminated quote is reported with the line that opened it`() throws {
        let fault = #expect(throws: Fault.self) { _ = try CSVFile("a;b\n\"x\ny\";1\nc;\"d\ne;f\n") }
        #expect(fault?.message.contains("A quote opened on line 4 ") == true)
    }

    @Test func `a file that is not there is reported`() throws {
        let fault = #expect(throws: Fault.self) { _ = try CSVReader(path: "no/such/file.csv", delimiter: 59) }
        #expect(fault?.code == .fileUnreadable)
    }

    @Test func `records longer than a chunk and borders of chunks lose nothing`() throws {
        // A chunk is 256 KiB: quotes, doubled quotes, CRLF and UTF-8 are moved across its border byte by byte.
        for shift in 0..<8 {
            let long = String(repeating: "x", count: 256 * 1024 - 8 + shift)
            let text = "\(long)é;\"a\"\"b\r\nc\"\r\nlast;\(long)\(long)\r\n"
            let file = try CSVFile(text)
            #expect(file.records == [["\(long)é", "a\"b\r\nc"], ["last", long + long]], "shift \(shift)")
            #expect(file.lines == [1, 3])
        }
    }

    @Test func `plain lines that end at the border of a chunk lose nothing`() throws {
        // Line ends of one and two bytes fall before, on and behind byte 262144.
        for lineEnd in ["\n", "\r\n", "\r"] {
            for shift in 0..<6 {
                let first = String(repeating: "x", count: 256 * 1024 - 6 + shift)
                let file = try CSVFile("\(first);1\(lineEnd)b;2\(lineEnd)")
                #expect(file.records == [[first, "1"], ["b", "2"]], "shift \(shift)")
                #expect(file.lines == [1, 2])
                #expect(file.raw == ["\(first);1", "b;2"])
            }
        }
    }

    @Test func `Windows-1252 is recoded in lines with such letters and in those without`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            Array("a;b\n".utf8) + [0xE9, 0x3B, 0x80, 0x0A] + Array("c;d\n".utf8), to: "file.csv")
        let reader = try CSVReader(path: path, delimiter: UInt8(ascii: ";"), encoding: .windows1252)
        var record = TableRecord()
        var records: [[String]] = []
        while try reader.read(into: &record) { records.append(record.texts) }
        #expect(records == [["a", "b"], ["é", "€"], ["c", "d"]])
    }

    @Test func `a list of several sources keeps the letters of each`() throws {
        let folder = try TemporaryFolder()
        let utf8 = Array("André;漢\n".utf8)
        let mixed = Array("é".utf8) + [0x3B, 0xE9, 0x0A]
        let path = try folder.write(utf8 + [0x41, 0xE9, 0x3B, 0x80, 0x0A] + mixed, to: "file.csv")
        let format = try #require(try FileSurvey(path: path).formats.first)
        let reader = try format.open(path, keepsRaw: true)
        var record = TableRecord()
        var records: [[String]] = []
        var raw: [String] = []
        while try reader.read(into: &record) {
            records.append(record.texts)
            raw.append(String(decoding: record.raw, as: UTF8.self))
        }
        #expect(records == [["André", "漢"], ["Aé", "€"], ["é", "é"]])
        #expect(raw == ["André;漢", "Aé;€", "é;é"])
    }

    @Test func `a row of blanks and delimiters is blank, however it is read`() throws {
        let folder = try TemporaryFolder()
        let reader = try CSVReader(
            path: folder.write(Array("; ;\n\"\"; ;\n; ;x\n".utf8), to: "file.csv"), delimiter: UInt8(ascii: ";"))
        var record = TableRecord()
        var blank: [Bool] = []
        while try reader.read(into: &record) { blank.append(record.isBlank) }
        #expect(blank == [true, true, false])
    }

    @Test func `how much has been read grows to the whole file`() throws {
        let folder = try TemporaryFolder()
        let reader = try CSVReader(
            path: folder.write(Array("ab;cd\nef;gh\n".utf8), to: "file.csv"), delimiter: UInt8(ascii: ";"))
        var record = TableRecord()
        var shares = [reader.share]
        while try reader.read(into: &record) { shares.append(reader.share) }
        #expect(shares == [0, 0.5, 1])
    }

    @Test(arguments: [";", ",", "\t"])
    func `random records written are read back equal`(delimiter: String) throws {
        let alphabet = ["a", "é", "漢", " ", "\"", "\n", "\r\n", "\r", ";", ",", "\t", "0", "'", "\u{FEFF}"]
        for _ in 0..<60 {
            let width = Int.random(in: 1...6)
            let records = (0..<Int.random(in: 1...40)).map { _ in
                (0..<width).map { _ in
                    (0..<Int.random(in: 0...8)).map { _ in alphabet.randomElement() ?? "" }.joined()
                }
            }
            let lineEnd = Bool.random() ? "\n" : "\r\n"
            let text = records.map { fields in
                fields.map { quoted($0, delimiter: delimiter) }.joined(separator: delimiter) + lineEnd
            }.joined()
            let file = try CSVFile(Array(text.utf8), delimiter: delimiter.utf8.first ?? 0)
            try #require(file.records == records, "\(text.debugDescription)")
            // What the rejects file copies must read the same once more.
            let copy = try CSVFile(
                Array((file.raw.joined(separator: "\n") + "\n").utf8), delimiter: delimiter.utf8.first ?? 0)
            try #require(copy.records == records, "\(text.debugDescription)")
            var line = 1
            for (record, start) in zip(records, file.lines) {
                try #require(start == line, "\(text.debugDescription)")
                line += record.reduce(1) { $0 + $1.count(where: \.isNewline) }
            }
        }
    }

    /// Quotes what must be and, now and then, what need not be.
    private func quoted(_ field: String, delimiter: String) -> String {
        let special = field.unicodeScalars.contains { "\"\r\n\u{FEFF}".unicodeScalars.contains($0) }
        guard special || field.contains(delimiter) || Bool.random() else { return field }
        return "\"" + field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
