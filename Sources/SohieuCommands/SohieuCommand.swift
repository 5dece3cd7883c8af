import ArgumentParser
import Diagnostics
import Foundation
import Site

/// The command line of Sohieu.
public struct SohieuCommand: AsyncParsableCommand {
    /// Name, version and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "sohieu",
        abstract: "Dựng kho văn bản thành trang web tĩnh, nối với nhau bằng số hiệu.",
        version: "0.1.0",
        subcommands: [
            InitCommand.self, BuildCommand.self, BundleCommand.self, ServeCommand.self, CheckCommand.self,
            CiteCommand.self,
            RenderCommand.self, NewCommand.self, ImportCommand.self, TemplatesCommand.self,
            ListCommand.self, ExportCommand.self, SchemaCommand.self,
            CleanCommand.self, EvaluateCommand.self, CompletionCommand.self,
        ]
    )

    /// For the parser.
    public init() {}

    /// Runs the command that the arguments name and ends the process: 0 fine, 1 the content has errors, 2 the command
    /// line or the machine is wrong.
    public static func start() async -> Never {
        StandardStream.hold()
        let language = LanguageOption.language(in: CommandLine.arguments)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            end(language) { () throws(Failure) in throw failure }
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch {
            // Help and version are no errors; everything else the parser throws is a wrong command line.
            guard exitCode(for: error) == .success else {
                Console(language: language).note(fullMessage(for: error))
                Foundation.exit(ExitCode.misuse.rawValue)
            }
            end(language) { () throws(Failure) in try Console(language: language).out(fullMessage(for: error)) }
        }
        Foundation.exit(ExitCode.success.rawValue)
    }

    /// Does the last of the work and ends the process.
    private static func end(_ language: Language, _ work: () throws(Failure) -> Void) -> Never {
        do throws(Failure) {
            try work()
        } catch {
            Console(language: language).note(
                Message(vi: "Lỗi: \(error.message.vietnamese)", en: "Error: \(error.message.english)"))
            Foundation.exit(ExitCode.misuse.rawValue)
        }
        Foundation.exit(ExitCode.success.rawValue)
    }
}
