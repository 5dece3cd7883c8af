import Diagnostics
import Markdown
import OfficialDocuments
import VietnameseText

/// The sections that `site.yaml` adds, each over a folder of pages:
///
///     sections:
///       - folder: tin-tuc
///         title: Tin tức
///         summary: Việc mới ở các nơi.
///         order: 45
///         menu: có
///         list: mới nhất
///
/// `order` is on the scale of the program's own: documents 10, lessons 20, models 30, reports 40, places 50, topics 60,
/// terms 70; without it a section stands behind them.
enum SiteSections {
    static let keys = ["folder", "title", "summary", "order", "menu", "list"]

    /// How a section lists its pages (`list`).
    private enum Form: String, ContentChoice {
        case newest = "mới nhất"
        case alphabet = "chữ cái"

        var alsoWritten: [String] {
            switch self {
            case .newest: ["newest"]
            case .alphabet: ["alphabet", "theo chữ cái"]
            }
        }
    }

    /// Reads the value of `sections`; what cannot be a section is reported and left out.
    static func read(_ value: YAMLValue, _ values: inout ValueReader) -> [BrowseSection] {
        var sections: [BrowseSection] = []
        for element in value.elements {
            guard let entries = values.members(element, among: keys, of: "sections") else { continue }
            guard let section = section(entries, at: element.location, &values) else { continue }
            if let taken = taken(section.folder, beside: sections) {
                values.report(taken.problem(of: section.folder, at: element.location))
            } else {
                sections.append(section)
            }
        }
        return sections
    }

    private static func section(_ entries: [YAMLValue.Entry], at location: SourceLocation, _ values: inout ValueReader)
        -> BrowseSection?
    {
        var texts: [String: String] = [:]
        var order = 85
        var isInMenu = true
        var form = Form.newest
        for entry in entries {
            switch entry.key {
            case "order": order = values.count(entry.value, of: entry.key) ?? order
            case "menu": isInMenu = values.flag(entry.value, of: entry.key) ?? isInMenu
            case "list":
                let text = values.choice(entry.value, of: entry.key, among: Form.accepted)
                form = text.flatMap(Form.init) ?? form
            default: texts[entry.key] = values.text(entry.value, of: entry.key)
            }
        }
        let folder = (texts["folder"] ?? "").split(separator: "/").joined(separator: "/")
        guard !folder.isEmpty, !folder.contains("/"), let title = texts["title"], !title.isEmpty else {
            values.report(incomplete(at: location))
            return nil
        }
        let summary = BrowseSection.Words.text(texts["summary"] ?? "")
        return BrowseSection(
            folder: Permalink.slug(folder), .pages(isNewestFirst: form == .newest), order: order, isInMenu: isInMenu,
            name: .text(title), summary: summary, way: summary)
    }

    /// Who has a folder already.
    private enum Owner {
        case program
        case otherSection

        func problem(of folder: String, at location: SourceLocation) -> Diagnostic {
            Diagnostic(
                id: "taken-section",
                severity: .error,
                location: location,
                message: self == .program
                    ? Message(
                        vi: "thư mục \(folder)/ đã có việc riêng của chương trình",
                        en: "the folder \(folder)/ is one that the program fills")
                    : Message(
                        vi: "thư mục \(folder)/ đã là một chuyên mục", en: "the folder \(folder)/ is a section already"),
                suggestion: Message(vi: "đặt thư mục khác", en: "take another folder")
            )
        }
    }

    private static func taken(_ folder: String, beside sections: [BrowseSection]) -> Owner? {
        if sections.contains(where: { $0.folder == folder }) { return .otherSection }
        let folders = BrowseSection.builtIn.map(\.folder) + Facet.all.map(\.folder)
        let isOwn = folders.contains { $0 == folder } || ReservedPaths.contain(folder)
        return isOwn ? .program : nil
    }

    private static func incomplete(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            id: "incomplete-section",
            severity: .error,
            location: location,
            message: Message(
                vi: "chuyên mục cần folder là tên một thư mục, và title",
                en: "a section takes folder, the name of one folder, and title"),
            suggestion: Message(
                vi: "viết như: folder: tin-tuc, title: Tin tức", en: "write it as: folder: tin-tuc, title: Tin tức")
        )
    }
}
