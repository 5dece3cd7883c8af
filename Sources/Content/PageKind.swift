/// What a page is, by the folder it lies in.
///
/// A new kind is a case, its row in `row`, its keys in `ContentSchema`, its template where it has one of its own, and its
/// words in `strings/`: `kind-…`, `searchKind…`, `section…`, `summary…`, `way…`.
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

    /// Its row in the table of kinds.
    package var traits: KindTraits { Self.table[self] ?? row }

    private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.row) })

    private var row: KindTraits {
        switch self {
        case .document:
            KindTraits(
                "Văn bản", folder: "van-ban", words: "Documents", order: 10, rank: 1, template: "document",
                layout: .documents, shelf: .newestFirst, isInTree: true, says: .relation, type: .legislation)
        case .lesson:
            KindTraits(
                "Bài học", folder: "bai-hoc", words: "Lessons", order: 20, rank: 3, arrangement: .byTheme,
                isNews: false, saysOf: [.drawnFrom: .word("lessonsDrawn")])
        case .model:
            KindTraits(
                "Mô hình, điển hình", folder: "mo-hinh", words: "Models", order: 30, rank: 4, layout: .models,
                says: .word("modelsBasedOn"))
        case .report:
            KindTraits(
                "Báo cáo, bài viết", folder: "bao-cao", words: "Reports", order: 40, rank: 2, shelf: .newestFirst,
                isInTree: true, says: .word("reportsOn"), saysOf: [.reviews: .relation])
        case .term:
            KindTraits(
                "Thuật ngữ", folder: "thuat-ngu", words: "Terms", order: 70, rank: 5, arrangement: .byLetter,
                hasByline: false, type: .definedTerm)
        case .page: KindTraits("Trang khác", folder: nil, words: "Pages", order: 90, rank: 6, hasByline: false)
        }
    }

    /// The top-level folder under `content/` whose pages are of this kind; `nil` for other pages.
    public var folder: String? { traits.folder }

    /// What its pages are, for editors, in Vietnamese.
    public var label: String { traits.label }

    /// Key of what a page of the kind is called, among the interface strings.
    package var word: String { "kind-" + rawValue }

    /// Key of what the search calls the kind.
    package var searchWord: String { "searchKind" + rawValue.capitalisedFirst }

    private static let byFolder = Dictionary(
        uniqueKeysWithValues: allCases.compactMap { kind in kind.folder.map { ($0, kind) } })

    /// The kind of the page at a content path. A folder's `index.md` introduces the folder and is a page like others.
    public init(path: String) {
        let parts = path.split(separator: "/")
        let folder = parts.count > 1 && parts.last != "index.md" ? parts.first.map(String.init) : nil
        self = folder.flatMap { Self.byFolder[$0] } ?? .page
    }
}
