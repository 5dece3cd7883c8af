import Foundation
import OfficialDocuments

/// How pages and documents are shown in lists: the one place that words a link.
struct LinkItem {
    let site: Site

    /// A page as an item of a list: `url`, `label`, and where there are any `number`, `meta`, `quote`.
    func item(_ index: Int, quote: Sentence? = nil, showsNumber: Bool = true) -> [String: Any] {
        let page = site.pages[index]
        var item: [String: Any] = ["url": page.url, "label": site.title(of: index)]
        if showsNumber, let number = number(of: page) { item["number"] = number }
        let meta = [place(of: page)?.capitalisedFirst, page.shownDate.map { site.date($0) }].compactMap(\.self).joined(
            separator: " · ")
        if !meta.isEmpty { item["meta"] = meta }
        if let quote { item["quote"] = ["before": quote.before, "mark": quote.mark, "after": quote.after] }
        return item
    }

    /// A node of the graph as an item; `nil` for a page that is not shown.
    func item(_ node: GraphNode) -> [String: Any]? {
        switch node {
        case .page(let path): site.index(of: path).map { item($0) }
        case .missing(let missing): item(missing)
        }
    }

    /// A document that the collection lacks.
    func item(_ missing: MissingDocument) -> [String: Any]? {
        guard let url = site.address(of: missing) else { return nil }
        var meta = [site.word("notInCollection")]
        if let place = missing.place { meta.append((site.localities[place]?.fullName ?? place).capitalisedFirst) }
        if let date = missing.date { meta.append(site.date(date)) }
        return [
            "url": url, "label": missing.number.description, "meta": meta.joined(separator: " · "), "isMissing": true,
        ]
    }

    /// The canonical number of a document page.
    func number(of page: Page) -> String? { site.catalogue[page.id]?.number?.description }

    func place(of page: Page) -> String? {
        page.locality.flatMap { site.localities[$0]?.fullName } ?? (page.kind == .document ? page.head.issuer : nil)
    }
}

extension Page {
    /// The date readers are shown: of the document, of the article, of the page.
    var shownDate: PartialDate? { head.date ?? head.published }
}

extension Site {
    /// The index of a page by its content path.
    func index(of path: String) -> Int? { pageIndices[path] }

    /// A word of the interface; a key without one shows itself.
    func word(_ key: String) -> String { strings[key] ?? key }

    /// The status of a document as a class name and as words.
    func status(_ status: DocumentStatus) -> (name: String, text: String) {
        (status.name, word(status.word).capitalisedFirst)
    }

    /// The status of a document as a class name and as words; `nil` while nobody knows it, and for other pages.
    func knownStatus(of page: Page) -> (name: String, text: String)? {
        guard page.kind == .document else { return nil }
        let status = status(of: page)
        return status == .unknown ? nil : self.status(status)
    }

    /// Whether a document stands: by what other pages do to it, else as its page says.
    func status(of page: Page) -> DocumentStatus {
        standing(of: page.id)?.status ?? page.head.status ?? .unknown
    }

    /// A date as readers write it: "ngày 27/02/2018", "tháng 02/2018", "năm 2018".
    func date(_ date: PartialDate) -> String {
        let key = date.day != nil ? "onDay" : date.month != nil ? "inMonth" : "inYear"
        return word(key) + " " + date.vietnamese
    }

    /// The words for the type of a document: "Chỉ thị".
    func typeName(of page: Page) -> String? {
        if let word = page.head.type?.value { return word.capitalisedFirst }
        guard let record = catalogue[page.id] else { return nil }
        return catalogue.knowledge.types.name(of: record.type, in: record.number)?.capitalisedFirst
    }
}

extension DocumentTypes {
    /// The name of the type with a code, or that a number tells without one: a letter is a công văn.
    func name(of code: String?, in number: DocumentNumber?) -> String? {
        (code ?? (number?.family == .letter ? "CV" : nil)).flatMap { type(code: $0)?.words.first }
    }
}

extension DocumentStatus {
    /// The status as templates and strings know it.
    var name: String {
        switch self {
        case .inForce: "in-force"
        case .partlyExpired: "partly-expired"
        case .expired: "expired"
        case .notYetInForce: "not-yet"
        case .suspended: "suspended"
        case .unknown: "unknown"
        }
    }

    /// Key of its words among the interface strings.
    var word: String { "status-" + name }
}

extension String {
    /// The text with its first letter in upper case.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text as part of an address behind `?`.
    var percentEncoded: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
