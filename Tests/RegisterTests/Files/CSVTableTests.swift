import Register
import Testing

/// Small data files read whole.
@Suite struct CSVTableTests {
    @Test func rowsKnowTheirLines() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("name,note\r\na,\"one, \"\"two\"\"\nthree\"\r\n\r\nb\r\nc,,d\r\n", to: "t.csv")
        let table = try CSVTable(path: path)
        #expect(table.headings == ["name", "note"])
        #expect(table.rows.map(\.line) == [2, 5, 6])
        #expect(table.rows.map(\.fields) == [["a", "one, \"two\"\nthree"], ["b"], ["c", "", "d"]])
        #expect(table.values(table.rows[0]) == ["name": "a", "note": "one, \"two\"\nthree"])
        #expect(table.values(table.rows[1]) == ["name": "b"])
    }

    @Test func anotherDelimiterLeavesCommasAndQuotesInAField() throws {
        let folder = try TemporaryFolder()
        let table = try CSVTable(path: try folder.write("a;b\nx, \"y\";2\n", to: "t.csv"), delimiter: ";")
        #expect(table.rows.map(\.fields) == [["x, \"y\"", "2"]])
    }

    @Test func aFileThatIsNotThereIsNamed() {
        let fault = #expect(throws: Fault.self) { try CSVTable(path: "/nowhere/t.csv") }
        #expect(fault?.code == .fileUnreadable)
        #expect(fault?.message.contains("/nowhere/t.csv") == true)
    }
}
