import FoundationEssentials
import Testing

@testable import Reporting

@Suite struct CatalogueTests {
    @Test func bothLanguagesHaveTheSameKeysAndPlaceholders() throws {
        let indonesian = try Samples.catalogue(.indonesian)
        let english = try Samples.catalogue(.english)
        #expect(indonesian.keys == english.keys)
        for key in indonesian.keys {
            #expect(indonesian.placeholders(of: key) == english.placeholders(of: key), "\(key)")
        }
    }

    @Test func placeholdersAreFilledOnce() throws {
        let catalogue = Catalogue(language: .english, texts: ["plan.sum": "{count} of {total}, {count} again"])
        #expect(try catalogue.text("plan.sum", ["count": "{total}", "total": "7"]) == "{total} of 7, {total} again")
        #expect(catalogue.placeholders(of: "plan.sum") == ["count", "count", "total"])
    }

    @Test func aMissingKeyIsNamed() {
        let catalogue = Catalogue(language: .indonesian, texts: [:])
        let error = #expect(throws: ReportingError.self) { try catalogue.text("column.wage") }
        #expect(error?.code == .textMissing)
        #expect(error?.message.contains("\"column.wage\"") == true)
        #expect(error?.message.contains("id.json") == true)
    }

    @Test func aMissingValueIsNamed() {
        let catalogue = Catalogue(language: .indonesian, texts: ["a.b": "sampai {date}"])
        let error = #expect(throws: ReportingError.self) { try catalogue.text("a.b", ["day": "1"]) }
        #expect(error?.message.contains("{date}") == true)
    }

    @Test func anUnreadableWordListIsNamed() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/catalogue-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try AtomicFile.write(Array(#"{"a": {"nested": "x"}}"#.utf8), to: folder + "/id.json")
        for language in Language.allCases {
            let error = #expect(throws: ReportingError.self) { try Catalogue(language: language, folder: folder) }
            #expect(error?.code == .catalogueUnreadable)
            #expect(error?.message.contains("\(language.rawValue).json") == true)
        }
    }
}
