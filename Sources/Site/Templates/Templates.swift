import Diagnostics
import Templating

/// The compiled templates of a site.
public struct Templates: Sendable {
    private let library: TemplateLibrary
    /// Names of the templates there are.
    public let names: Set<String>

    /// Compiles every template of a folder and checks that what they include exists.
    static func compile(_ folder: TemplateFolder) -> (Templates, [Diagnostic]) {
        var compiled: [String: Template] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, source) in folder.templates.sorted(by: { $0.key < $1.key }) {
            let path = folder.path + "/" + name + ".mustache"
            do throws(Template.SyntaxError) {
                let template = try Template(source)
                compiled[name] = template
                for include in template.includes where folder.templates[include.name] == nil {
                    let place = SourceLocation(path: path, line: include.line)
                    diagnostics.append(missing(include.name, at: place, among: folder))
                }
            } catch {
                diagnostics.append(broken(error, in: path))
            }
        }
        return (Templates(library: TemplateLibrary(compiled), names: Set(compiled.keys)), diagnostics)
    }

    /// Renders a template to UTF-8; `nil` when there is none of that name.
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
    func wrapper(_ name: String, _ context: [String: Any]) -> (before: String, after: String) {
        guard var rendered = bytes(name, context.merging(["text": TemplateValue.markup([Self.hole])]) { $1 }) else {
            return ("", "")
        }
        if rendered.last == UInt8(ascii: "\n") { rendered.removeLast() }
        let place = rendered.firstIndex(of: Self.hole) ?? rendered.count
        let after = rendered[place...].dropFirst()
        return (String(decoding: rendered[..<place], as: UTF8.self), String(decoding: after, as: UTF8.self))
    }

    /// Diagnostics for the templates of `needed` that the folder does not have.
    static func missing(_ needed: [String], from folder: TemplateFolder) -> [Diagnostic] {
        needed.filter { folder.templates[$0] == nil }
            .map { missing($0, at: SourceLocation(path: folder.path + "/" + $0 + ".mustache"), among: folder) }
    }

    /// The diagnostic for a template that a page needs and the folder does not have.
    static func missing(_ name: String, at location: SourceLocation, among folder: TemplateFolder) -> Diagnostic {
        let closest = Spelling.closest(to: name, among: folder.templates.keys.sorted())
        return Diagnostic(
            id: "missing-template",
            severity: .error,
            location: location,
            message: Message(vi: "không có khuôn mẫu \(name)", en: "there is no template \(name)"),
            suggestion: closest.map { Message(vi: "có phải là \($0)?", en: "did you mean \($0)?") }
                ?? Message(
                    vi: "thêm tệp \(folder.path)/\(name).mustache", en: "add the file \(folder.path)/\(name).mustache")
        )
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
