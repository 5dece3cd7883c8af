import ArgumentParser
import Diagnostics
import Foundation

/// `sohieu templates`: what of the program's templates a site has made its own.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: .spoken(
            vi: "Xem, chép và so các khuôn mẫu của chương trình với khuôn mẫu riêng của trang web.",
            en: "Shows, copies and compares the program's templates with the site's own."),
        discussion: .spoken(
            vi: """
                site-templates/ của trang web chỉ cần có những tệp khác với của chương trình.

                Ví dụ:
                  sohieu templates list
                  sohieu templates copy partials/footer.mustache
                  sohieu templates diff
                """,
            en: """
                site-templates/ of a site needs to hold only the files that differ from the program's.

                Examples:
                  sohieu templates list
                  sohieu templates copy partials/footer.mustache
                  sohieu templates diff
                """),
        subcommands: [List.self, Copy.self, Diff.self]
    )

    /// `sohieu templates list`: every file and whose it is.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: .spoken(
                vi: "Liệt kê mọi tệp khuôn mẫu và tệp nào của riêng trang web.",
                en: "Lists every template file and which are the site's own."))

        @OptionGroup var theme: ThemeOptions

        func run() throws {
            let theme = try theme.theme()
            let language = self.theme.languageOption.language
            for name in theme.names {
                try self.theme.languageOption.console.out("\(theme.state(of: name).text(in: language))\t\(name)")
            }
        }
    }

    /// `sohieu templates copy`: a default becomes the site's own, to be changed.
    struct Copy: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copy",
            abstract: .spoken(
                vi: "Chép tệp của chương trình vào site-templates/ để sửa.",
                en: "Copies files of the program into site-templates/ to be changed."))

        @Argument(
            help: .spoken(vi: "Tên tệp, như partials/footer.mustache.", en: "File names, as partials/footer.mustache."))
        var names: [String]

        @OptionGroup var theme: ThemeOptions

        func run() throws {
            let theme = try theme.theme()
            for name in names {
                let path = try theme.copy(name)
                try self.theme.languageOption.console.out(path)
            }
        }
    }

    /// `sohieu templates diff`: the site's own files beside the defaults.
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff",
            abstract: .spoken(
                vi: "So tệp riêng của trang web với tệp của chương trình.",
                en: "Compares the site's own files with the program's."))

        @Argument(
            help: .spoken(
                vi: "Tên tệp (mặc định: mọi tệp riêng).", en: "File names (default: every file of the site's own)."))
        var names: [String] = []

        @OptionGroup var theme: ThemeOptions

        func run() throws {
            let theme = try theme.theme()
            for name in names.isEmpty ? theme.overridden : names {
                let text = try theme.difference(of: name)
                if !text.isEmpty { try self.theme.languageOption.console.out(raw: text) }
            }
        }
    }
}

/// The flags of the commands on templates.
struct ThemeOptions: ParsableArguments {
    @Option(
        name: [.short, .customLong("templates")],
        help: .spoken(vi: "Thư mục khuôn mẫu riêng.", en: "Folder of the site's own templates."))
    var templates = SitePlace.nearest.templates

    @OptionGroup var languageOption: LanguageOption

    /// The site's own templates over those of the program.
    func theme() throws(Failure) -> Theme {
        guard let defaults = ProgramFiles.path("site-templates") else {
            throw Failure(
                vi: "không thấy khuôn mẫu đi kèm chương trình (share/sohieu)",
                en: "the templates that come with the program (share/sohieu) are missing")
        }
        return Theme(own: templates, defaults: defaults)
    }
}
