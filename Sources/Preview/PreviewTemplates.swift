import Diagnostics
import Foundation
import Synchronization
import Templating

/// The preview's own files, below `preview/` of the template folder; read when used, so that they can be worked on.
///
/// A file that is gone or broken is taken as it last was: a page without its script would never load again by itself.
final class PreviewTemplates: Sendable {
    /// Paths of the folders that have the files, the nearest first.
    let folders: [String]
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

    /// A file as it was when it last could be used.
    private struct File {
        var bytes: [UInt8]
        /// For files in Mustache.
        var template: Template?
    }

    private let lastUsable = Mutex<[Name: File]>([:])

    /// Checks that every file is there.
    init(options: PreviewOptions) throws(PreviewError) {
        folders = [options.templateFolder, options.defaultFolder].compactMap(\.self).map { $0 + "/preview" }
        language = options.language
        for name in Name.allCases where bytes(name) == nil { throw .missingFile(path: path(name)) }
    }

    /// A file as it is.
    func bytes(_ name: Name) -> [UInt8]? { file(name)?.bytes }

    private func file(_ name: Name) -> File? {
        let data = folders.lazy.compactMap { try? Data(contentsOf: URL(fileURLWithPath: $0 + "/" + name.rawValue)) }
            .first
        let isTemplate = name.rawValue.hasSuffix(".mustache")
        return lastUsable.withLock { files in
            guard let data else { return files[name] }
            let template = isTemplate ? try? Template(String(decoding: data, as: UTF8.self)) : nil
            if isTemplate, template == nil { return files[name] }
            files[name] = File(bytes: Array(data), template: template)
            return files[name]
        }
    }

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

    /// Where a file that is missing belongs.
    var folder: String { folders.last ?? "preview" }

    /// `nil` when the template has been broken from the beginning.
    private func render(_ name: Name, _ context: [String: Any]) -> [UInt8]? {
        guard let template = file(name)?.template else { return nil }
        return TemplateLibrary([name.rawValue: template]).render(name.rawValue, TemplateValue.object(context))
    }
}
