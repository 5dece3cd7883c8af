import Content
import Diagnostics
import OfficialDocuments
import VietnameseText

/// The pages of a collection that some conditions hold for, with what is said of each in a list.
public struct PageSelection {
    private let collection: Collection
    private var indices: [Int]

    /// A value that a condition does not have.
    public struct Unknown: Error {
        /// The condition, as the command line calls it.
        public var option: String
        /// What was asked for.
        public var value: String
        /// What there is, parted by commas.
        public var choices: String
    }

    /// A page as a list shows it.
    public struct Entry {
        /// Its kind, as everywhere outside the site: `document`.
        public var kind: String
        /// Of an official document.
        public var number: String?
        /// Output path.
        public var url: String
        /// Its title.
        public var title: String
        /// The whole entry for programs: `path`, `kind`, `url`, `title`, and where known `number`, `type`, `issuer`,
        /// `locality`, `date`, `status`.
        public var json: JSONObject
    }

    /// Every page of `collection`.
    public init(_ collection: Collection) {
        self.collection = collection
        indices = Array(collection.pages.indices)
    }

    /// Leaves the pages that all conditions given hold for.
    public mutating func select(kind: String?, type: String?, locality: String?, year: Int?, status: String?)
        throws(Unknown)
    {
        if let kind {
            guard let meant = PageKind.allCases.first(where: { [$0.folder, $0.rawValue].contains(kind) }) else {
                let folders = PageKind.allCases.compactMap(\.folder).joined(separator: ", ")
                throw Unknown(option: "kind", value: kind, choices: folders)
            }
            keep { $0.kind == meant }
        }
        if let type {
            let types = collection.catalogue.knowledge.types
            guard let meant = types.type(code: type) ?? types.type(word: type) else {
                let words = types.all.compactMap(\.words.first).joined(separator: ", ")
                throw Unknown(option: "type", value: type, choices: words)
            }
            let (catalogue, names) = (collection.catalogue, meant.words.map { Folding.fold($0) })
            keep { page in
                if let stated = page.head.type?.value { return names.contains(Folding.fold(stated)) }
                return catalogue[page.id]?.type == meant.code
            }
        }
        if let locality {
            guard case .found(let id) = collection.localities.lookup(locality) else {
                let ids = Set(collection.pages.compactMap(\.locality)).sorted().joined(separator: ", ")
                throw Unknown(option: "locality", value: locality, choices: ids)
            }
            let places = collection.localities
            keep { page in page.locality.map { places.coverers(of: $0).contains(id) || $0 == id } == true }
        }
        if let year { keep { $0.shownDate?.year == year } }
        if let status {
            let folded = Folding.fold(status)
            guard let meant = DocumentStatus.allCases.first(where: { Folding.fold($0.rawValue) == folded }) else {
                let choices = DocumentStatus.allCases.map(\.rawValue).joined(separator: ", ")
                throw Unknown(option: "status", value: status, choices: choices)
            }
            let collection = collection
            keep { $0.kind == .document && collection.status(of: $0) == meant }
        }
    }

    private mutating func keep(_ isWanted: (Page) -> Bool) {
        indices.removeAll { !isWanted(collection.pages[$0]) }
    }

    /// The pages, in the order of their content paths.
    public var entries: [Entry] {
        indices.map { index in
            let page = collection.pages[index]
            var json = JSONObject()
            json.set("path", page.id)
            json.set("kind", page.kind.rawValue)
            json.set("url", page.url)
            json.set("title", collection.title(of: index))
            json.set("number", page.head.number?.value)
            json.set("type", collection.typeName(of: page))
            json.set("issuer", page.head.issuer)
            json.set("locality", page.locality)
            json.set("date", page.shownDate?.iso)
            if page.kind == .document { json.set("status", collection.status(of: page).rawValue) }
            return Entry(
                kind: page.kind.rawValue, number: page.head.number?.value, url: page.url,
                title: collection.title(of: index), json: json)
        }
    }
}
