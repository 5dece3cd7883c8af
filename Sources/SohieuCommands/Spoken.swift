import ArgumentParser
import Diagnostics
import Foundation

/// Words of the command line itself, which are needed before it is read: in the language that its arguments ask for.
extension Language {
    static let spoken = LanguageOption.language(in: CommandLine.arguments)
}

extension String {
    static func spoken(vi: String, en: String) -> String { Message(vi: vi, en: en).text(in: .spoken) }
}

extension ArgumentHelp {
    static func spoken(vi: String, en: String) -> ArgumentHelp { ArgumentHelp(.spoken(vi: vi, en: en)) }
}

/// What the parser of arguments says of its own, in Vietnamese. It speaks English only and offers no other way in.
enum ParserWords {
    /// Help, or an error with usage, as the parser words it, in the language of the run.
    static func text(_ text: String) -> String {
        guard Language.spoken == .vietnamese else { return text }
        var text = text
        for (pattern, words) in patterns {
            let found = try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
            text =
                found?.stringByReplacingMatches(
                    in: text, range: NSRange(text.startIndex..., in: text), withTemplate: words) ?? text
        }
        return text
    }

    private static let patterns: [(String, String)] = [
        (#"^OVERVIEW: "#, ""), (#"^USAGE: "#, "CÁCH DÙNG: "), (#"^Usage: "#, "Cách dùng: "),
        (#"^OPTIONS:$"#, "TÙY CHỌN:"), (#"^ARGUMENTS:$"#, "THAM SỐ:"), (#"^SUBCOMMANDS:$"#, "CÁC LỆNH:"),
        (#"^Error: "#, "Lỗi: "), (#"^Help:  "#, "Nghĩa: "),
        (#"^  See '(.+) <subcommand>' for detailed help\.$"#, "  Xem '$1 <lệnh>' để biết thêm về một lệnh."),
        (#"^  See '(.+)' for more information\.$"#, "  Xem '$1' để biết thêm."),
        (#"\(default:"#, "(mặc định:"), (#";(\s+)default:"#, ";$1mặc định:"), (#"\(values:"#, "(chọn:"),
        (#"Show the version\."#, "In phiên bản."), (#"Show help information\."#, "In trợ giúp này."),
        (#"Show subcommand help information\."#, "In trợ giúp của một lệnh."),
        (#"Unknown option '(.+?)'\. Did you mean '(.+?)'\?"#, "không có tùy chọn $1; có phải là $2?"),
        (#"Unknown option '(.+?)'"#, "không có tùy chọn $1"),
        (#"Missing value for '(.+?)'"#, "thiếu giá trị sau $1"),
        (#"Missing expected argument '(.+?)'"#, "thiếu tham số $1"),
        (#"Missing one of: '(.+)'"#, "thiếu một trong: '$1'"),
        (#"Unexpected argument '(.+)'"#, "thừa tham số '$1'"),
        (#"(\d+) unexpected arguments: "#, "thừa $1 tham số: "),
        (#"The value '(.*?)' is invalid for '(.+?)'"#, "không hiểu giá trị '$1' của $2"),
        (#"\. Please provide one of the following:"#, "; chọn một trong:"),
        (#"\. Please provide one of (.+)\."#, "; chọn một trong $1"),
        (#"The option '(.+?)' does not take any value, but '(.*?)' was specified\."#, "$1 không có giá trị, bỏ '$2'"),
        (#"Value to be set with (.+) had already been set with (.+)"#, "$1 đi ngược với $2 đã viết trước"),
        (#"\[<options>\]"#, "[<tùy chọn>]"), (#"<options>"#, "<tùy chọn>"), (#"<subcommand>"#, "<lệnh>"),
    ]
}
