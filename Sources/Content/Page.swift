import Diagnostics
import OfficialDocuments

/// A page of the collection: where it comes from, where it goes, and what its front matter says.
public struct Page: Sendable {
    /// The file it is written in.
    public var file: SourceFile
    /// Output path: `van-ban/24-ct-tu-lam-dong.html`.
    public var url: String
    /// What the page is, by its folder.
    public var kind: PageKind
    /// What its front matter says.
    public var head: PageHead
    /// UTF-8 offset in the file at which the Markdown text starts.
    public var bodyOffset: Int
    /// Whether the front matter could not be read, so that nothing can be said about what it lacks.
    public var isHeadBroken = false
    /// The number of an official document, if front matter gives one that can be read.
    public var number: DocumentNumber?
    /// Id of the page's locality in the gazetteer.
    public var locality: Locality.ID?

    /// Content path, the page's identity: `van-ban/24-ct-tu-lam-dong.md`.
    public var id: String { file.path }

    /// What the page is called when neither front matter nor a heading says: its file's name, or for an `index.md` its
    /// folder's.
    package var fileTitle: String {
        var parts = file.path.split(separator: "/")
        let name = parts.popLast().map { $0.hasSuffix(".md") ? $0.dropLast(3) : $0 } ?? ""
        return String(name == "index" ? parts.last ?? name : name)
    }

    /// The date readers are shown: of the document, of the article, of the page.
    package var shownDate: PartialDate? { head.date ?? head.published }

    /// The first line of the file.
    public var location: SourceLocation { SourceLocation(path: file.displayPath) }

    /// A value with its parts.
    package init(
        file: SourceFile, url: String, kind: PageKind, head: PageHead, bodyOffset: Int, isHeadBroken: Bool = false,
        number: DocumentNumber? = nil, locality: Locality.ID? = nil
    ) {
        self.file = file
        self.url = url
        self.kind = kind
        self.head = head
        self.bodyOffset = bodyOffset
        self.isHeadBroken = isHeadBroken
        self.number = number
        self.locality = locality
    }
}
