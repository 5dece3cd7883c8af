import ArgumentParser
import Diagnostics
import Foundation

/// The command line of Sohieu.
public struct SohieuCommand: AsyncParsableCommand {
    /// Name, version and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "sohieu",
        abstract: "Dựng kho văn bản thành trang web tĩnh, nối với nhau bằng số hiệu.",
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, BundleCommand.self, ServeCommand.self, CheckCommand.self, CiteCommand.self,
            RenderCommand.self, NewCommand.self, ImportCommand.self,
            ListCommand.self, ExportCommand.self, SchemaCommand.self,
            CleanCommand.self, EvaluateCommand.self, CompletionCommand.self,
        ]
    )

    /// For the parser.
    public init() {}

    /// Runs the command that the arguments name and ends the process: 0 fine, 1 the content has errors, 2 the command
    /// line or the machine is wrong.
    public static func start() async -> Never {
        let language = LanguageOption.language(in: CommandLine.arguments)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Console(language: language).note(
                Message(vi: "Lỗi: \(failure.message.vietnamese)", en: "Error: \(failure.message.english)")
            )
            Foundation.exit(ExitCode.misuse.rawValue)
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            let code = exitCode(for: error)
            // Help and version are no errors; everything else the parser throws is a wrong command line.
            if code == .success { exit(withError: error) }
            Console(language: language).note(fullMessage(for: error))
            Foundation.exit(ExitCode.misuse.rawValue)
        }
        Foundation.exit(ExitCode.success.rawValue)
    }
}
