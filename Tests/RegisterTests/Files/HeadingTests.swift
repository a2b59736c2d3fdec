import TestSupport
import Testing

@testable import Register

/// Headings as people write them.
@Suite struct HeadingTests {
    @Test(arguments: Scenarios.table("values/headings.csv"))
    func `a heading is known in its usual spellings, and none is read twice`(row: ScenarioRow) throws {
        #expect(try outcome(row["headings"]) == row["outcome"])
    }

    @Test(arguments: Scenarios.table("values/kinds.csv"))
    func `a list is known by the headings that offices give it, and is never sent to the wrong kind`(row: ScenarioRow)
        throws
    {
        let kind = try row["kind"]
        let folder = try TemporaryFolder()
        let path = try folder.write(try row["headings"] + "\n", to: "file.csv")
        let all = try ImportLayout.all(in: PatuhTemplates.resources).filter { $0.entry != true }
        let outcome: String
        do {
            let found = try LayoutSearch(
                path: path, layouts: all.filter { $0.kind == kind }, others: all.filter { $0.kind != kind }
            ).find(in: FileSurvey(path: path).formats)
            outcome = ([found.layout.layout + ":"] + found.unread).joined(separator: " ")
        } catch let fault as Fault {
            outcome =
                fault.message.contains("another kind")
                ? fault.hint ?? "" : "without" + (fault.message.dropLast().split(separator: ":").last ?? "")
        }
        #expect(try outcome == row["outcome"])
    }

    @Test func `a heading that is a NIK is told without it`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("NIK,Nama,Upah,6171011708908801\n", to: "file.csv")
        let found = try LayoutSearch(
            path: path,
            layouts: ImportLayout.all(in: PatuhTemplates.resources).filter { $0.layout == "daftar_pekerja" }
        ).find(in: FileSurvey(path: path).formats)
        #expect(found.unread == ["****************"])
    }

    @Test func `a line break in a heading is a blank`() throws {
        #expect(try outcome("\"NIK\n(KTP)\",\"Nama\nLengkap\"") == "nik name")
    }

    private func outcome(_ headings: String) throws -> String {
        let folder = try TemporaryFolder()
        let path = try folder.write(headings + "\n", to: "file.csv")
        do {
            return try LayoutSearch(
                path: path,
                layouts: ImportLayout.all(in: PatuhTemplates.resources).filter {
                    ["daftar_pekerja", "perubahan_pekerja"].contains($0.layout)
                }
            ).find(in: FileSurvey(path: path).formats).layout.columns.map(\.to).joined(separator: " ")
        } catch let fault as Fault {
            let end = fault.message.dropLast()
            if fault.code == .columnTwice { return "twice" + (end.split(separator: ":").last ?? "") }
            return "without" + (end.split(separator: ":").last ?? "")
        }
    }
}
