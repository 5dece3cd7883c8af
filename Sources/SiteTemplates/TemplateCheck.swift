import Diagnostics
import Templating

/// What is wrong with templates that compile: `missing-template`, `endless-template`, `lost-block` and `unknown-name`.
struct TemplateCheck {
    private let folder: TemplateFolder
    private let templates: [String: Template]

    /// `templates` are those of `folder` that compile.
    init(_ folder: TemplateFolder, _ templates: [String: Template]) {
        self.folder = folder
        self.templates = templates
    }

    var diagnostics: [Diagnostic] {
        let library = TemplateLibrary(templates)
        let assets = Set(PublishedAssets(folder.assets).keys.keys)
        return templates.sorted { $0.key < $1.key }.flatMap { name, template in
            template.includes.filter { folder.templates[$0.name] == nil }
                .map { Self.missing($0.name, at: place(in: name, line: $0.line), among: folder) }
                + library.lostBlocks(of: name).map { lost($0, in: name) }
                + [library.endlessWay(from: name).map { endless($0, in: name) }].compactMap(\.self)
                + template.names.compactMap { unknown($0, in: name, assets) }
        }
    }

    private func place(in template: String, line: Int, column: Int = 1) -> SourceLocation {
        SourceLocation(path: folder.path(ofTemplate: template), line: line, column: column)
    }

    // MARK: Names

    /// The problem of a name that no context has; words of the interface have a check of their own (`InterfaceWords`).
    private func unknown(_ name: Template.Name, in template: String, _ assets: Set<String>) -> Diagnostic? {
        let place = place(in: template, line: name.line, column: name.column)
        let names = TemplateNames.names(in: template)
        if let part = name.parts.first(where: { !names.contains($0) }),
            name.parts.first == part || !["strings", "assets", "parameters"].contains(name.parts[0])
        {
            return unknown(part, at: place, among: names)
        }
        guard name.parts.count > 1 else { return nil }
        let key = name.parts[1]
        switch name.parts[0] {
        case "assets" where !assets.contains(key): return unknown("assets." + key, at: place, among: assets, "assets.")
        case "strings":
            let known = InterfaceWords.builtIn.union(folder.strings.values.flatMap(\.keys))
            return known.contains(key) ? nil : unknown("strings." + key, at: place, among: known, "strings.")
        default: return nil
        }
    }

    private func unknown(_ name: String, at place: SourceLocation, among names: Set<String>, _ prefix: String = "")
        -> Diagnostic
    {
        let closest = Spelling.closest(to: name, among: names.sorted().map { prefix + $0 })
        return Diagnostic(
            id: "unknown-name",
            severity: .error,
            location: place,
            message: Message(
                vi: "khuôn mẫu này không được cho {{\(name)}}, chỗ này luôn trống",
                en: "this template is given no {{\(name)}}, nothing will ever stand here"),
            suggestion: closest.map { Message(vi: "có phải là {{\($0)}}?", en: "did you mean {{\($0)}}?") }
                ?? Message(
                    vi: "các tên dùng được ghi trong README.md của thư mục khuôn mẫu",
                    en: "the names there are stand in README.md of the template folder")
        )
    }

    // MARK: Templates that use others

    private func lost(_ block: Template.FilledBlock, in template: String) -> Diagnostic {
        Diagnostic(
            id: "lost-block",
            severity: .error,
            location: place(in: template, line: block.line),
            message: Message(
                vi: "{{$\(block.name)}} không hiện ra: khuôn mẫu \(block.parent) không có chỗ ấy",
                en: "{{$\(block.name)}} is never shown: the template \(block.parent) has no such block"),
            suggestion: Message(
                vi: "thêm {{$\(block.name)}}{{/\(block.name)}} vào \(block.parent).mustache",
                en: "add {{$\(block.name)}}{{/\(block.name)}} to \(block.parent).mustache"),
            related: [SourceLocation(path: folder.path(ofTemplate: block.parent))]
        )
    }

    private func endless(_ way: [String], in template: String) -> Diagnostic {
        let path = way.joined(separator: " → ")
        let line = templates[template]?.includes.first { $0.isUnconditional && $0.name == way[1] }?.line ?? 1
        return Diagnostic(
            id: "endless-template",
            severity: .error,
            location: place(in: template, line: line),
            message: Message(
                vi: "khuôn mẫu gọi lại chính nó không dứt: \(path)",
                en: "the template includes itself for ever: \(path)"
            ),
            suggestion: Message(
                vi: "đặt {{> \(way[1])}} trong một phần {{#…}} có lúc hết",
                en: "put {{> \(way[1])}} into a section {{#…}} that comes to an end")
        )
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

    /// The diagnostic for a template that a page needs and that shows nothing.
    static func blank(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            id: "empty-template",
            severity: .error,
            location: location,
            message: Message(vi: "khuôn mẫu \(name) trống", en: "the template \(name) is empty"),
            suggestion: Message(
                vi: "lấy lại tệp này từ bản gốc của thư mục khuôn mẫu",
                en: "take the file again from the templates that come with the program")
        )
    }
}
