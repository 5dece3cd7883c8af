import ArgumentParser
import Diagnostics
import Disk
import Foundation

/// The command line of Sohieu.
public struct SohieuCommand: AsyncParsableCommand {
    /// Name, version and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "sohieu",
        abstract: .spoken(
            vi: "Dựng kho văn bản thành trang web tĩnh, nối với nhau bằng số hiệu.",
            en: "Builds official documents into a static site, linked by their numbers."),
        discussion: .spoken(
            vi: """
                Bắt đầu: sohieu init kho && cd kho && sohieu serve
                Mọi lệnh tự tìm trang web từ thư mục con, theo site.yaml gần nhất.
                Kết thúc bằng: 0 xong; 1 nội dung có lỗi; 2 dòng lệnh hoặc máy có vấn đề.
                """,
            en: """
                To begin: sohieu init site && cd site && sohieu serve
                Every command finds its site from a sub-folder, by the nearest site.yaml.
                Exit status: 0 fine; 1 the content has errors; 2 the command line or the machine is wrong.
                """),
        version: "0.1.0",
        subcommands: [
            InitCommand.self, BuildCommand.self, BundleCommand.self, ServeCommand.self, CheckCommand.self,
            ExplainCommand.self, CiteCommand.self,
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
            try refuseUnknown(CommandLine.arguments.dropFirst().first)
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
                Console(language: language).note(ParserWords.text(fullMessage(for: error)))
                Foundation.exit(ExitCode.misuse.rawValue)
            }
            end(language) { () throws(Failure) in
                try Console(language: language).out(ParserWords.text(fullMessage(for: error)))
            }
        }
        Foundation.exit(ExitCode.success.rawValue)
    }

    /// The parser takes a misspelt command for an argument too many and knows no name like it.
    private static func refuseUnknown(_ command: String?) throws(Failure) {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let command, !command.hasPrefix("-"), !names.contains(command) else { return }
        let closest = Spelling.closest(to: command, among: names)
        throw Failure(
            vi: "không có lệnh \(command)" + (closest.map { "; có phải là \($0)?" } ?? "; xem sohieu --help"),
            en: "there is no command \(command)" + (closest.map { "; did you mean \($0)?" } ?? "; see sohieu --help"))
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
