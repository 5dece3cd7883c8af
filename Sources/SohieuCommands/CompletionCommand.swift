import ArgumentParser

/// `sohieu completion`: a script with which a shell completes commands and flags.
struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "In tập lệnh tự điền cho bash, zsh hoặc fish.")

    @Argument(help: "bash, zsh hoặc fish.")
    var shell: String

    @OptionGroup var languageOption: LanguageOption

    func run() throws {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw Failure(
                vi: "không biết \(self.shell); chọn bash, zsh hoặc fish",
                en: "unknown shell \(self.shell); choose bash, zsh or fish")
        }
        try languageOption.console.out(SohieuCommand.completionScript(for: shell))
    }
}
