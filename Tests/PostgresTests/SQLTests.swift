import Testing

@testable import Postgres

@Suite struct SQLTests {
    @Test func `interpolated values become numbered binds`() throws {
        let name = "x'; drop table t; --"
        let sql: SQL = "select * from t where a = \(name) and b = \(7)"
        let rendered = try RenderedSQL(sql)
        #expect(rendered.text == "select * from t where a = $1 and b = $2")
        let values = rendered.withPointers { _, values in values.map { $0.map { String(cString: $0) } } }
        #expect(values == [name, "7"])
    }

    @Test func `fragments are renumbered when joined`() throws {
        let condition: SQL = "b = \(2)"
        let sql: SQL = "select \(1) where \(condition)" + " and c = \(3)"
        #expect(try RenderedSQL(sql).text == "select $1 where b = $2 and c = $3")
        var grown: SQL = "a = \(1)"
        grown += " or a = \(2)"
        #expect(try RenderedSQL(grown).text == "a = $1 or a = $2")
    }

    @Test func `names are quoted and raw text is not`() throws {
        let sql: SQL = "select \(identifier: "odd \"name") from \(unescaped: "a.b")"
        #expect(try RenderedSQL(sql).text == "select \"odd \"\"name\" from a.b")
    }

    @Test func `a nil is a NULL and an empty text is not`() throws {
        let missing: String? = nil
        let sql: SQL = "\(missing) \("")"
        let rendered = try RenderedSQL(sql)
        let values = rendered.withPointers { _, values in values.map { $0.map { String(cString: $0) } } }
        #expect(values == [nil, ""])
    }

    @Test func `a zero byte is refused, not cut off`() {
        #expect(throws: PostgresError.self) { try RenderedSQL("select \("a\u{0}b")") }
        #expect(throws: PostgresError.self) { try RenderedSQL(SQL(unescaped: "select 1\u{0}; drop table t")) }
    }

    @Test func `too many values are refused before they are sent`() {
        var sql: SQL = "select \(0)"
        for number in 1...65_535 { sql += ", \(number)" }
        #expect { try RenderedSQL(sql) } throws: { ($0 as? PostgresError)?.code == .encoding }
    }
}

@Suite struct ArrayLiteralTests {
    @Test(arguments: [
        [], ["a"], ["", "NULL", "null"], ["a,b", "{x}", "\"q\"", "back\\slash", "two\nlines", "Ü日"],
    ])
    func `a list reads back as it was written`(list: [String]) throws {
        let text = try #require(list.sqlText)
        #expect(try [String](sqlText: text) == list)
    }

    @Test func `the server's own spellings are read`() throws {
        #expect(try ArrayLiteral.elements(of: "{1,NULL,\"NULL\",a b}") == ["1", nil, "NULL", "a b"])
        #expect(try [Int64](sqlText: "{}") == [])
        #expect(throws: SQLDecodingFailure.self) { try [Int64](sqlText: "{1,NULL}") }
        #expect(throws: SQLDecodingFailure.self) { try [Int64](sqlText: "{{1},{2}}") }
        #expect(throws: SQLDecodingFailure.self) { try [String](sqlText: "1,2") }
    }
}

@Suite struct ByteaTests {
    @Test func `bytes read back as they were written`() throws {
        let bytes = Array(UInt8.min...UInt8.max)
        #expect([0, 171].sqlText == "{\"0\",\"171\"}")
        #expect(([0, 1, 0xAB] as [UInt8]).sqlText == "\\x0001ab")
        #expect(try [UInt8](sqlText: try #require(bytes.sqlText)) == bytes)
        #expect(throws: SQLDecodingFailure.self) { try [UInt8](sqlText: "\\x0g") }
        #expect(throws: SQLDecodingFailure.self) { try [UInt8](sqlText: "abc") }
    }
}
