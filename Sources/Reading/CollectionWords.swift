import Content
import OfficialDocuments
import VietnameseText

extension Collection {
    /// A place as a table shows it: a province by its name, any other with the word for its kind.
    package func placeName(_ id: Locality.ID) -> String {
        guard let place = localities[id] else { return id }
        return place.level == .province ? place.name : place.fullName
    }

    /// The absolute URL of an output path; `nil` while the site does not know where it will be published.
    package func absolute(_ path: String) -> String? {
        settings.baseURL.map { $0 + (path == "index.html" ? "" : path) }
    }

    /// A word of the interface; a key without one shows itself.
    package func word(_ key: String) -> String { strings[key] ?? key }

    /// The status of a document as a class name and as words.
    package func status(_ status: DocumentStatus) -> (name: String, text: String) {
        (status.name, word(status.word).capitalisedFirst)
    }

    /// The status of a document as a class name and as words; `nil` while nobody knows it, and for other pages.
    package func knownStatus(of page: Page) -> (name: String, text: String)? {
        guard page.kind == .document else { return nil }
        let status = status(of: page)
        return status == .unknown ? nil : self.status(status)
    }

    /// Whether a document stands: by what other pages do to it, else as its page says.
    package func status(of page: Page) -> DocumentStatus {
        standing(of: page.id)?.status ?? page.head.status ?? .unknown
    }

    /// A date as readers write it: "ngày 27/02/2018", "tháng 02/2018", "năm 2018".
    package func date(_ date: PartialDate) -> String {
        let key = date.day != nil ? "onDay" : date.month != nil ? "inMonth" : "inYear"
        return word(key) + " " + date.vietnamese
    }

    /// The words for the type of a document: "Chỉ thị".
    package func typeName(of page: Page) -> String? {
        if let word = page.head.type?.value { return word.capitalisedFirst }
        guard let record = catalogue[page.id] else { return nil }
        return catalogue.knowledge.types.name(of: record.type, in: record.number)?.capitalisedFirst
    }
}

extension DocumentTypes {
    /// The name of the type with a code, or that a number tells without one: a letter is a công văn.
    package func name(of code: String?, in number: DocumentNumber?) -> String? {
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
