import Content
import OfficialDocuments
import Reading
import VietnameseText

/// The pages of a site in the order in which lists show them, found once and cut into lists as they are.
///
/// Kind by kind: documents and reports from the last one back, undated ones behind; lessons by source and ordinal; the
/// rest by title in Vietnamese order. Pages that introduce a folder are on no shelf.
struct Shelf {
    /// Indices into `Collection.pages`.
    let order: [Int]
    /// Dated pages that are no drafts, the last one first.
    let newest: [Int]

    private struct Key {
        var index: Int
        var kind: Int
        /// Days before the end of time, so that the last comes first; undated pages have the greatest.
        var age: Int
        var source: String
        var ordinal: Int
        var title: [UInt8]
    }

    init(_ collection: Collection) {
        let kinds = PageKind.allCases
        let isDated = kinds.map { $0.traits.shelf == .newestFirst }
        var keys: [Key] = []
        keys.reserveCapacity(collection.pages.count)
        for (index, page) in collection.pages.enumerated() {
            if page.kind == .page, page.url == "index.html" || page.url.hasSuffix("/index.html") { continue }
            keys.append(
                Key(
                    index: index,
                    kind: kinds.firstIndex(of: page.kind) ?? kinds.count,
                    age: Self.age(page),
                    source: page.head.source?.value ?? "",
                    ordinal: page.head.ordinal ?? Int.max,
                    title: Collation.key(collection.title(of: index))
                )
            )
        }
        func precedes(_ left: Key, _ right: Key) -> Bool {
            if left.kind != right.kind { return left.kind < right.kind }
            let isDated = isDated[min(left.kind, kinds.count - 1)]
            if isDated, left.age != right.age { return left.age < right.age }
            if left.source != right.source { return left.source < right.source }
            if left.ordinal != right.ordinal { return left.ordinal < right.ordinal }
            if left.title != right.title { return left.title.lexicographicallyPrecedes(right.title) }
            return left.index < right.index
        }
        keys.sort(by: precedes)
        order = keys.map(\.index)
        newest = keys.enumerated()
            .filter { $1.age != Int.max && !collection.pages[$1.index].head.isDraft }
            .sorted { ($0.element.age, $0.offset) < ($1.element.age, $1.offset) }
            .map(\.element.index)
    }

    /// The later the smaller; a date known to the year only counts as its first day.
    private static func age(_ page: Page) -> Int {
        guard let date = page.shownDate else { return Int.max }
        return 10_000_000 - (date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0))
    }
}
