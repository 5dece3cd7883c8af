import Diagnostics
import Templating

/// The compiled templates of a site.
public struct Templates: Sendable {
    private let library: TemplateLibrary
    /// Names of the templates there are.
    public let names: Set<String>

    /// Compiles every template of a folder; with what is wrong in them.
    package static func compile(_ folder: TemplateFolder) -> (Templates, [Diagnostic]) {
        var compiled: [String: Template] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, source) in folder.templates.sorted(by: { $0.key < $1.key }) {
            do throws(Template.SyntaxError) {
                compiled[name] = try Template(source)
            } catch {
                diagnostics.append(broken(error, in: folder.path(ofTemplate: name)))
            }
        }
        diagnostics += TemplateCheck(folder, compiled).diagnostics
        return (Templates(library: TemplateLibrary(compiled), names: Set(compiled.keys)), diagnostics)
    }

    /// Renders a template to UTF-8; `nil` when there is none of that name, or it never comes to an end.
    public func bytes(_ name: String, _ context: [String: Any]) -> [UInt8]? {
        library.render(name, TemplateValue.object(context))
    }

    /// Renders a template; `nil` when there is none of that name.
    public func render(_ name: String, _ context: [String: Any]) -> String? {
        bytes(name, context).map { String(decoding: $0, as: UTF8.self) }
    }

    /// No UTF-8 holds this byte.
    private static let hole: UInt8 = 0xFF

    /// The text before and after the place where a wrapping template puts `text`.
    ///
    /// An inline template wraps a piece of a page; it is rendered around a byte that no UTF-8 can hold.
    package func wrapper(_ name: String, _ context: [String: Any]) -> (before: String, after: String) {
        guard var rendered = bytes(name, context.merging(["text": TemplateValue.markup([Self.hole])]) { $1 }) else {
            return ("", "")
        }
        if rendered.last == UInt8(ascii: "\n") { rendered.removeLast() }
        let place = rendered.firstIndex(of: Self.hole) ?? rendered.count
        let after = rendered[place...].dropFirst()
        return (String(decoding: rendered[..<place], as: UTF8.self), String(decoding: after, as: UTF8.self))
    }

    /// Diagnostics for the templates of `needed` that the folder does not have, or that are empty.
    package static func missing(_ needed: [String], from folder: TemplateFolder) -> [Diagnostic] {
        needed.compactMap { name in
            let place = SourceLocation(path: folder.path(ofTemplate: name))
            guard let source = folder.templates[name] else {
                return TemplateCheck.missing(name, at: place, among: folder)
            }
            return (try? Template(source))?.isBlank == true ? TemplateCheck.blank(name, at: place) : nil
        }
    }

    private static func broken(_ error: Template.SyntaxError, in path: String) -> Diagnostic {
        let message: Message =
            switch error.reason {
            case .unfinishedTag: Message(vi: "thẻ chưa viết xong, thiếu }}", en: "a tag is not finished, }} is missing")
            case .wrongEnd(let expected):
                Message(
                    vi: "thẻ đóng khác tên thẻ mở" + (expected.map { " {{#\($0)}}" } ?? ""),
                    en: "a section is closed by another name" + (expected.map { " than {{#\($0)}}" } ?? "")
                )
            case .unclosedSection(let name):
                Message(vi: "phần {{#\(name)}} không đóng", en: "the section {{#\(name)}} is never closed")
            case .nestedTooDeep:
                Message(
                    vi: "các phần lồng nhau quá \(Template.deepest) tầng",
                    en: "sections nest deeper than \(Template.deepest) levels")
            case .emptyTag: Message(vi: "thẻ không có tên", en: "a tag without a name")
            case .wrongDelimiters:
                Message(vi: "thẻ {{= =}} cần đúng hai dấu mới", en: "a tag {{= =}} needs two new delimiters")
            }
        return Diagnostic(
            id: "template-error",
            severity: .error,
            location: SourceLocation(path: path, line: error.line, column: error.column),
            message: message,
            suggestion: Message(
                vi: "các khóa dùng được ghi trong README.md của thư mục khuôn mẫu",
                en: "the keys in scope are listed in README.md of the template folder"
            )
        )
    }
}
