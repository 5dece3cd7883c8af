import Diagnostics
import Mustache

/// The compiled templates of a site.
public struct Templates: Sendable {
    private let library: MustacheLibrary
    /// Names of the templates there are.
    public let names: Set<String>

    /// Compiles every template of a folder and checks that what they include exists.
    static func compile(_ folder: TemplateFolder) -> (Templates, [Diagnostic]) {
        var compiled: [String: MustacheTemplate] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, source) in folder.templates.sorted(by: { $0.key < $1.key }) {
            let path = folder.path + "/" + name + ".mustache"
            do {
                compiled[name] = try MustacheTemplate(string: source)
            } catch let error as MustacheTemplate.ParserError {
                let place = SourceLocation(
                    path: path, line: error.context.lineNumber, column: max(error.context.columnNumber, 1))
                diagnostics.append(broken(place, reason: error.error))
            } catch {
                diagnostics.append(broken(SourceLocation(path: path), reason: error))
            }
            for include in includes(in: source) where folder.templates[include.name] == nil {
                diagnostics.append(
                    missing(include.name, at: SourceLocation(path: path, line: include.line), among: folder))
            }
        }
        return (Templates(library: MustacheLibrary(templates: compiled), names: Set(compiled.keys)), diagnostics)
    }

    /// Renders a template; `nil` when there is none of that name.
    public func render(_ name: String, _ context: [String: Any]) -> String? {
        library.render(context, withTemplate: name)
    }

    /// The text before and after the place where a wrapping template puts `text`.
    ///
    /// An inline template wraps a piece of a page; it is rendered around a mark that no content can hold.
    func wrapper(_ name: String, _ context: [String: Any]) -> (before: String, after: String) {
        let mark = "\u{E000}text\u{E000}"
        guard let rendered = render(name, context.merging(["text": mark]) { $1 }) else { return ("", "") }
        let trimmed = rendered.hasSuffix("\n") ? String(rendered.dropLast()) : rendered
        guard let place = trimmed.firstRange(of: mark) else { return (trimmed, "") }
        return (String(trimmed[..<place.lowerBound]), String(trimmed[place.upperBound...]))
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

    private static func broken(_ location: SourceLocation, reason: any Error) -> Diagnostic {
        let (vi, en): (String, String) =
            switch reason {
            case MustacheTemplate.Error.sectionCloseNameIncorrect:
                ("thẻ đóng khác tên thẻ mở", "a section is closed by another name")
            case MustacheTemplate.Error.unfinishedName:
                ("thẻ chưa viết xong, thiếu }}", "a tag is not finished, }} is missing")
            case MustacheTemplate.Error.expectedSectionEnd: ("thiếu thẻ đóng của một phần", "a section is never closed")
            default: ("khuôn mẫu viết sai: \(reason)", "broken template: \(reason)")
            }
        return Diagnostic(
            id: "template-error",
            severity: .error,
            location: location,
            message: Message(vi: vi, en: en),
            suggestion: Message(
                vi: "các khóa dùng được ghi trong README.md của thư mục khuôn mẫu",
                en: "the keys in scope are listed in README.md of the template folder")
        )
    }

    /// Partials and layouts a template includes by a fixed name, with their lines.
    private static func includes(in source: String) -> [(name: String, line: Int)] {
        var result: [(String, Int)] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for piece in line.components(after: "{{") {
                guard let mark = piece.first, mark == ">" || mark == "<", let end = piece.firstRange(of: "}}") else {
                    continue
                }
                let name = piece[piece.index(after: piece.startIndex)..<end.lowerBound].filter { $0 != " " }
                if !name.hasPrefix("*") { result.append((name, index + 1)) }
            }
        }
        return result
    }
}

extension Substring {
    /// The texts that follow each occurrence of `mark`.
    fileprivate func components(after mark: String) -> [Substring] {
        ranges(of: mark).map { self[$0.upperBound...] }
    }
}
