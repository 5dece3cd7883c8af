/// What a report is by its own account (`form` in front matter). The words about the documents it speaks of follow it: only
/// what calls itself a review is said to have reviewed them.
public enum ReportForm: String, ContentChoice {
    /// Looks back while a document is being carried out.
    case interim = "sơ kết"
    /// Looks back at the end of a period.
    case closing = "tổng kết"
    case article = "bài viết"
    case report = "báo cáo"

    var alsoWritten: [String] {
        switch self {
        case .interim: ["interim review", "báo cáo sơ kết"]
        case .closing: ["closing review", "final review", "báo cáo tổng kết"]
        case .article: ["article"]
        case .report: ["report"]
        }
    }

    /// Key of its words among the interface strings.
    package var word: String {
        switch self {
        case .interim, .closing: "review"
        case .article: "article"
        case .report: "report"
        }
    }
}
