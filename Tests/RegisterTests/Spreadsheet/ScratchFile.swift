import FoundationEssentials

/// A file name in a folder that is removed with this object.
final class ScratchFile {
    let folder = FileManager.default.temporaryDirectory.path + "/register-\(UUID().uuidString)"
    let path: String

    init(_ name: String = "a.xlsx") throws {
        path = "\(folder)/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    convenience init(_ name: String, bytes: [UInt8]) throws {
        try self.init(name)
        try write(bytes)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func write(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    var bytes: [UInt8] {
        get throws { [UInt8](try Data(contentsOf: URL(filePath: path))) }
    }

    /// Files that are checked in, by their place under Tests/Fixtures.
    static func fixture(_ name: String) -> String {
        #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Fixtures/\(name)"
    }
}
