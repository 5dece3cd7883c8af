import ArgumentParser
import Diagnostics
import Foundation
import Preview

/// `sohieu serve`: the site in the browser of this machine, drafts and all, reloaded when a file changes.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: .spoken(vi: "Xem thử trang web trên máy này.", en: "Previews the site on this machine."),
        discussion: .spoken(
            vi: """
                Hiện cả bản nháp; lưu tệp nào thì trang ấy tự mới lại, và chỉ điều mới sai hoặc vừa sửa được in ra.

                Ví dụ:
                  sohieu serve
                  sohieu serve -p 8080 --open
                """,
            en: """
                Shows drafts; a saved file is on screen at once, and only what is newly wrong or mended is printed.

                Examples:
                  sohieu serve
                  sohieu serve -p 8080 --open
                """))

    @OptionGroup var content: ContentOptions

    @Option(name: .shortAndLong, help: .spoken(vi: "Cổng.", en: "Port."))
    var port: UInt16 = 8000

    @Option(
        help: .spoken(
            vi: "Địa chỉ IP để nghe; mặc định chỉ máy này thấy được.",
            en: "IP address to listen at; by default only this machine sees it."))
    var bind = "127.0.0.1"

    @Flag(
        name: [.customShort("O"), .customLong("open")], help: .spoken(vi: "Mở trình duyệt.", en: "Opens the browser."))
    var opensBrowser = false

    @Option(
        help: .spoken(
            vi: "Cách in vấn đề: human, short, json, github hoặc sarif.",
            en: "How problems are printed: human, short, json, github or sarif."))
    var format = DiagnosticFormat.human

    func run() async throws {
        var content = content
        content.drafts = true
        let language = content.languageOption.language
        let console = Console(language: language)
        let options = PreviewOptions(
            address: bind,
            port: port,
            watchedFolders: content.inputFolders,
            templateFolder: content.templates ?? "",
            defaultFolder: ProgramFiles.path("site-templates"),
            language: language
        )
        let workspace = PreviewWorkspace(content: content)
        let (opensBrowser, format) = (opensBrowser, format)
        let server = PreviewServer(options: options) {
            await workspace.load()
        } report: { event in
            switch event {
            case .listening(let url):
                console.note(Message(vi: "Xem tại \(url) (Ctrl-C để dừng).", en: "Look at \(url) (Ctrl-C to stop)."))
                if opensBrowser { _ = Browser.open(url) }
            case .loaded(let diagnostics, let change, _, let duration):
                let printer = DiagnosticPrinter(format: format, language: language)
                let text = change.map { printer.text(for: $0) } ?? printer.text(for: diagnostics)
                console.note(text + Self.milliseconds(duration))
            case .unwatched(let path, let reason):
                console.note(
                    Message(
                        vi:
                            "Không theo dõi được hết các thư mục, từ \(path): \(reason). Tăng fs.inotify.max_user_watches, hoặc tự mở lại sohieu serve sau khi sửa.",
                        en:
                            "Not all folders can be watched, from \(path) on: \(reason). Raise fs.inotify.max_user_watches, or start sohieu serve again after changes."
                    ))
            }
        }
        do throws(PreviewError) {
            try await server.runUntilInterrupted()
        } catch {
            throw Failure(vi: error.message.vietnamese, en: error.message.english)
        }
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    }
}
