/// A way to sort pages into lists: by type, by issuer, by theme …
///
/// The one table of the folders they fill, the kind of page they sort, and the order of their values.
enum Facet: String, Sendable, CaseIterable {
    case documentType, issuer, documentYear, status, documentLevel, documentPlace
    case theme, lessonPlace, lessonSource
    case field, modelPlace, form, stage, modelYear
    case reportForm, reportPlace, reportYear
    /// Topics and tags of pages of every kind; an author may write the same as either.
    case topic
    /// The place of pages of every kind, with what lies in it and what became part of it.
    case locality

    /// In which order its values are listed.
    enum Order {
        /// The Vietnamese alphabet.
        case name
        /// As ranked: levels from the centre down, statuses, years from the last one back.
        case rank
    }

    /// The kind of page it sorts; `nil` for every kind.
    var kind: PageKind? {
        switch self {
        case .documentType, .issuer, .documentYear, .status, .documentLevel, .documentPlace: .document
        case .theme, .lessonPlace, .lessonSource: .lesson
        case .field, .modelPlace, .form, .stage, .modelYear: .model
        case .reportForm, .reportPlace, .reportYear: .report
        case .topic, .locality: nil
        }
    }

    /// The section its lists belong to.
    var section: BrowseSection {
        switch self {
        case .topic: .topics
        case .locality: .places
        default: kind.flatMap { BrowseSection($0) } ?? .documents
        }
    }

    /// Folder of its lists in the output.
    var folder: String {
        switch self {
        case .documentType: "van-ban/loai"
        case .issuer: "co-quan"
        case .documentYear: "nam"
        case .status: "tinh-trang"
        case .documentLevel: "van-ban/cap"
        case .documentPlace: "van-ban/noi"
        case .theme: "chu-de-bai-hoc"
        case .lessonPlace: "bai-hoc/noi"
        case .lessonSource: "bai-hoc/nguon"
        case .field: "linh-vuc"
        case .modelPlace: "mo-hinh/noi"
        case .form: "mo-hinh/hinh-thuc"
        case .stage: "mo-hinh/giai-doan"
        case .modelYear: "mo-hinh/nam"
        case .reportForm: "bao-cao/hinh-thuc"
        case .reportPlace: "bao-cao/noi"
        case .reportYear: "bao-cao/nam"
        case .topic: "chu-de"
        case .locality: "dia-phuong"
        }
    }

    /// Key of its name among the interface strings.
    var word: String {
        switch self {
        case .documentPlace, .lessonPlace, .modelPlace, .reportPlace, .locality: "facet-place"
        case .documentYear, .modelYear, .reportYear: "facet-year"
        case .reportForm: Facet.form.word
        default: "facet-" + rawValue
        }
    }

    /// How a list of pages with one value looks.
    var layout: BrowseList.Layout {
        switch self {
        case .theme: .comparison
        case .locality, .topic: .entries
        default:
            switch kind {
            case .document: .documents
            case .model: .models
            default: .entries
            }
        }
    }

    /// Whether its values are ids and not words.
    var hasIDs: Bool {
        switch self {
        case .documentPlace, .lessonPlace, .modelPlace, .reportPlace, .locality, .lessonSource: true
        default: false
        }
    }

    var order: Order {
        switch self {
        case .documentYear, .status, .documentLevel, .stage, .modelYear, .reportYear: .rank
        default: .name
        }
    }

    /// The facets of a section, in the order they are offered.
    static func of(_ section: BrowseSection) -> [Facet] { allCases.filter { $0.section == section } }
}
