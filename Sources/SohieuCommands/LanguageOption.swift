import ArgumentParser
import Diagnostics
import Foundation

extension Language: ExpressibleByArgument {}

/// `--lang`, for every command that prints.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: .spoken(
            vi: "Ngôn ngữ của thông báo: vi hoặc en (mặc định theo máy).",
            en: "Language of messages: vi or en (default: the machine's)."))
    var chosen: Language?

    /// The language asked for, else that of the locale: English where it says so, otherwise Vietnamese.
    var language: Language { chosen ?? Self.locale }

    var console: Console { Console(language: language) }

    fileprivate static var locale: Language {
        let environment = ProcessInfo.processInfo.environment
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return name?.hasPrefix("en") == true ? .english : .vietnamese
    }
}

extension LanguageOption {
    /// The language that raw arguments ask for, for messages about a command line that may not parse.
    static func language(in arguments: [String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            let next = index + 1 < arguments.count ? arguments[index + 1] : ""
            let name = argument == "--lang" ? next : argument.hasPrefix("--lang=") ? String(argument.dropFirst(7)) : ""
            if let language = Language(rawValue: name) { return language }
        }
        return locale
    }
}
