import Content
import Diagnostics

/// The start page of a collection that has no `index.md`: the name of the site, and what it says of itself.
struct HomePage {
    let page: Page
    /// `missing-home`.
    let note: Diagnostic

    init(settings: SiteSettings, files: [SourceFile]) {
        // What diagnostics call the content folder.
        let root = files.first.map { String($0.displayPath.dropLast($0.path.count)) } ?? ""
        let file = SourceFile(
            path: "index.md", displayPath: root + "index.md", bytes: Array(settings.description.utf8))
        var head = PageHead()
        head.title = settings.title
        page = Page(file: file, url: "index.html", kind: .page, head: head, bodyOffset: 0)
        note = Diagnostic(
            id: "missing-home",
            severity: .note,
            location: page.location,
            message: Message(
                vi: "không có index.md, trang đầu chỉ có tên và mô tả của trang web",
                en: "there is no index.md, the start page has the name and description of the site alone"),
            suggestion: Message(
                vi: "viết index.md trong thư mục nội dung", en: "write index.md in the content folder")
        )
    }

    /// Where it stands among pages in the order of their content paths.
    func place(in pages: [Page]) -> Int {
        pages.firstIndex { page.id.utf8.lexicographicallyPrecedes($0.id.utf8) } ?? pages.count
    }
}
