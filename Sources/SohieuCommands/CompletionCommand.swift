import ArgumentParser

/// `sohieu completion`: a script with which a shell completes commands and flags.
struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: .spoken(
            vi: "In tập lệnh tự điền cho bash, zsh hoặc fish.",
            en: "Prints the completion script for bash, zsh or fish."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu completion bash > ~/.local/share/bash-completion/completions/sohieu
                """,
            en: """
                Examples:
                  sohieu completion bash > ~/.local/share/bash-completion/completions/sohieu
                """))

    @Argument(help: .spoken(vi: "bash, zsh hoặc fish.", en: "bash, zsh or fish."))
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
