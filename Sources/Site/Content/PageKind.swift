/// What a page is, by the folder it lies in.
public enum PageKind: String, Sendable, CaseIterable {
    /// An official document.
    case document
    /// A lesson drawn from a review.
    case lesson
    /// An exemplary model, movement or campaign.
    case model
    /// A review, a report, an article.
    case report
    /// A glossary term.
    case term
    /// Any other page.
    case page

    /// The top-level folder under `content/` whose pages are of this kind; `nil` for other pages.
    public var folder: String? {
        switch self {
        case .document: "van-ban"
        case .lesson: "bai-hoc"
        case .model: "mo-hinh"
        case .report: "bao-cao"
        case .term: "thuat-ngu"
        case .page: nil
        }
    }

    /// What its pages are, for editors, in Vietnamese.
    public var label: String {
        switch self {
        case .document: "Văn bản"
        case .lesson: "Bài học"
        case .model: "Mô hình, điển hình"
        case .report: "Báo cáo, bài viết"
        case .term: "Thuật ngữ"
        case .page: "Trang khác"
        }
    }

    /// The kind of the page at a content path. A folder's `index.md` introduces the folder and is a page like others.
    public init(path: String) {
        let parts = path.split(separator: "/")
        let folder = parts.count > 1 && parts.last != "index.md" ? parts.first.map(String.init) : nil
        self = Self.allCases.first { $0.folder != nil && $0.folder == folder } ?? .page
    }
}
