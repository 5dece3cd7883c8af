import ArgumentParser
import Foundation
import Site

/// `sohieu render`: one Markdown text to HTML, by the code path of a build.
struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Chuyển một văn bản Markdown thành HTML.")

    @Argument(help: "Tệp Markdown, hoặc - để đọc từ đầu vào chuẩn.")
    var file: String

    @Option(name: [.short, .customLong("templates")], help: "Thư mục khuôn mẫu riêng.")
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
        let source = SourceFile(path: "index.md", displayPath: file, bytes: bytes)
        var options = BuildOptions()
        options.includesDrafts = true
        let outcome = await SitePipeline(options: options).run([source], folder)
        guard !outcome.site.pages.isEmpty else { return }
        try languageOption.console.out(raw: outcome.site.html(of: 0))
    }
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
