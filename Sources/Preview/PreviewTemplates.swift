import Diagnostics
import Foundation
import Templating

/// The preview's own files, below `preview/` of the template folder; read when used, so that they can be worked on.
struct PreviewTemplates: Sendable {
    /// Path of the folder that has the files.
    let folder: String
    let language: Language

    /// The name of each file.
    enum Name: String, CaseIterable {
        /// What every page gets before its `</body>`; `version` tells the script which site the page was made from.
        case tag = "tag.mustache"
        /// A whole page that says one thing: `language`, `title`, `text`.
        case notice = "notice.mustache"
        /// The list of problems, put over the page: `heading`, `problems`, and `text` where there is something to add.
        case overlay = "overlay.mustache"
        case overlayStyle = "overlay.css"
        case script = "reload.js"
    }

    /// Checks that every file is there.
    init(options: PreviewOptions) throws(PreviewError) {
        folder = options.templateFolder + "/preview"
        language = options.language
        for name in Name.allCases where bytes(name) == nil { throw .missingFile(path: path(name)) }
    }

    /// A file as it is.
    func bytes(_ name: Name) -> [UInt8]? { (try? Data(contentsOf: URL(fileURLWithPath: path(name)))).map { Array($0) } }

    /// The elements that every page gets.
    func tag(version: String) -> [UInt8]? { render(.tag, ["version": version]) }

    /// A page for when the site has none to show.
    func notice(title: Message, text: Message) -> [UInt8]? {
        render(
            .notice,
            ["language": language.rawValue, "title": title.text(in: language), "text": text.text(in: language)]
        )
    }

    /// The list of the errors among `diagnostics`; `isShown` tells whether the page under it is made from what has them.
    func overlay(_ diagnostics: [Diagnostic], isShown: Bool) -> [UInt8]? {
        let errors = diagnostics.filter { $0.severity == .error }
        var context: [String: Any] = [
            "heading": DiagnosticCount(errors).text(in: language),
            "problems": errors.map { problem($0) },
        ]
        if !isShown {
            let text = Message(
                vi: "Trang đang hiện là bản gần nhất không có lỗi.",
                en: "The page on screen is the last one without errors."
            )
            context["text"] = text.text(in: language)
        }
        return render(.overlay, context)
    }

    private func problem(_ diagnostic: Diagnostic) -> [String: Any] {
        var context: [String: Any] = [
            "place": diagnostic.location.text,
            "message": diagnostic.message.text(in: language),
            "id": diagnostic.id,
            "related": diagnostic.related.map(\.text),
        ]
        if let suggestion = diagnostic.suggestion { context["suggestion"] = suggestion.text(in: language) }
        return context
    }

    private func path(_ name: Name) -> String { folder + "/" + name.rawValue }

    /// `nil` when the template is gone or broken.
    private func render(_ name: Name, _ context: [String: Any]) -> [UInt8]? {
        guard let source = bytes(name) else { return nil }
        guard let template = try? Template(String(decoding: source, as: UTF8.self)) else { return nil }
        return TemplateLibrary([name.rawValue: template]).render(name.rawValue, TemplateValue.object(context))
    }
}
