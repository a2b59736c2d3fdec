import FoundationEssentials
import Testing

/// The commands as the program itself describes them.
struct CommandTree: Decodable {
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let name: String
        }

        let abstract: String?
        let valueName: String?
        let names: [Name]?
        let shouldDisplay: Bool
    }

    let command: Command

    static func load(_ tool: Tool) async throws -> CommandTree {
        let dump = try await tool.succeed("--experimental-dump-help").out
        return try JSONDecoder().decode(CommandTree.self, from: Data(dump.utf8))
    }

    /// The words of every command; none for `patuh` itself.
    var paths: [[String]] {
        func walk(_ command: Command, _ path: [String]) -> [[String]] {
            [path]
                + (command.subcommands ?? []).filter { $0.commandName != "help" }
                .flatMap { walk($0, path + [$0.commandName]) }
        }
        return walk(command, [])
    }

    /// Fails for anything that has no explanation of its own.
    func check() throws {
        func walk(_ command: Command) {
            #expect(command.abstract?.isEmpty == false, "\(command.commandName)")
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                let name = argument.names?.first?.name ?? argument.valueName ?? "?"
                #expect(argument.abstract?.isEmpty == false, "\(command.commandName): \(name)")
            }
            // "help" is the parser's own.
            (command.subcommands ?? []).filter { $0.commandName != "help" }.forEach(walk)
        }
        walk(command)
        try #require(paths.count > 20)
    }
}
