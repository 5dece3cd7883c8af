/// The sections of a site: the folders that a reader enters it by.
enum BrowseSection: String, Sendable, CaseIterable {
    case documents = "van-ban"
    case lessons = "bai-hoc"
    case models = "mo-hinh"
    case reports = "bao-cao"
    case places = "dia-phuong"
    case topics = "chu-de"
    case terms = "thuat-ngu"
    /// The documents that pages cite and the collection lacks: the editors' list.
    case missing = "chua-co"

    /// Output path of the section's first page: `van-ban/index.html`.
    var path: String { rawValue + "/index.html" }

    /// Key of its name among the interface strings.
    var word: String { self == .missing ? "missingDocuments" : "section" + name }

    /// Key of the sentence that says what it holds.
    var summaryWord: String { "summary" + name }

    /// Key of the line that invites into it.
    var wayWord: String { "way" + name }

    private var name: String {
        switch self {
        case .documents: "Documents"
        case .lessons: "Lessons"
        case .models: "Models"
        case .reports: "Reports"
        case .places: "Localities"
        case .topics: "Topics"
        case .terms: "Terms"
        case .missing: "Missing"
        }
    }

    /// The section whose pages are of `kind`; `nil` for pages that belong to none.
    init?(_ kind: PageKind) {
        guard let folder = kind.folder else { return nil }
        self.init(rawValue: folder)
    }

    /// The kind of page it holds; `nil` where it holds several.
    var kind: PageKind? { PageKind.allCases.first { $0.folder == rawValue } }
}
