import ArgumentParser
import Content
import Diagnostics
import Foundation
import Pipeline
import Reading
import Site
import SiteTemplates

/// `sohieu render`: one Markdown text to HTML, by the code path of a build.
struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: .spoken(vi: "Chuyển một văn bản Markdown thành HTML.", en: "Turns one Markdown text into HTML."),
        discussion: .spoken(
            vi: """
                Ví dụ:
                  sohieu render bai.md
                """,
            en: """
                Examples:
                  sohieu render page.md
                """))

    @Argument(
        help: .spoken(
            vi: "Tệp Markdown, hoặc - để đọc từ đầu vào chuẩn.", en: "Markdown file, or - for standard input."))
    var file: String

    @Option(
        name: [.short, .customLong("templates")],
        help: .spoken(vi: "Thư mục khuôn mẫu riêng.", en: "Folder of the site's own templates."))
    var templates: String?

    @OptionGroup var languageOption: LanguageOption

    func run() async throws {
        let bytes = try InputText.read(file)
        guard let (folder, _) = try? TemplateFolder.read(templates, over: ProgramFiles.path("site-templates"))
        else {
            throw Failure(
                vi: "không mở được thư mục khuôn mẫu \(templates ?? "site-templates")",
                en: "the template folder \(templates ?? "site-templates") cannot be opened")
        }
        let (source, problems) = SourceFile.page(bytes, displayPath: file)
        var options = BuildOptions()
        options.includesDrafts = true
        let outcome = await SitePipeline(options: options).run([source], folder)
        let console = languageOption.console
        let told = (problems + outcome.diagnostics.filter { Self.ofText.contains($0.id) }).sorted()
        if !told.isEmpty {
            let printer = DiagnosticPrinter(format: .human, language: console.language)
            console.note(printer.text(for: told))
        }
        guard !outcome.site.collection.pages.isEmpty else { return }
        try console.out(raw: outcome.site.collection.html(of: 0))
        if told.contains(where: { $0.severity == .error }) { throw ExitCode.contentErrors }
    }

    /// The problems of one text alone; those that need the rest of a collection are not told.
    private static let ofText: Set = [
        "broken-yaml", "unclosed-front-matter", "unopened-front-matter", "raw-html", "foreign-image", "unsafe-link",
        "template-error", "missing-template", "empty-template",
    ]
}

/// Text named on the command line.
enum InputText {
    /// The bytes of a file, or of standard input for `-`.
    static func read(_ name: String) throws(Failure) -> [UInt8] {
        if name == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw Failure(vi: "không đọc được \(name)", en: "\(name) cannot be read")
        }
        return Array(data)
    }
}
