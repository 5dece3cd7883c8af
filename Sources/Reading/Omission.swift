import Content
import Diagnostics

/// Why a page is not shown although nothing is wrong with it.
enum Omission: Sendable, CaseIterable {
    case draft
    case future
    case expired

    /// How many files were left out for this reason, and which are the first.
    func note(_ files: [SourceFile]) -> Diagnostic? {
        guard let first = files.first else { return nil }
        return Diagnostic(
            id: "left-out",
            severity: .note,
            location: SourceLocation(path: first.displayPath),
            message: message(files.count),
            suggestion: suggestion,
            related: files.dropFirst().prefix(4).map { SourceLocation(path: $0.displayPath) }
        )
    }

    private func message(_ count: Int) -> Message {
        switch self {
        case .draft: Message(vi: "để lại \(count) bản nháp, không đưa vào trang web", en: "drafts left out: \(count)")
        case .future:
            Message(
                vi: "để lại \(count) trang có ngày chưa tới", en: "pages left out, their day is yet to come: \(count)")
        case .expired:
            Message(vi: "để lại \(count) trang đã hết hạn đăng", en: "pages left out, they have expired: \(count)")
        }
    }

    private var suggestion: Message {
        switch self {
        case .draft: Message(vi: "xem bằng sohieu serve, hoặc thêm -D", en: "look at them with sohieu serve, or add -D")
        case .future: Message(vi: "thêm -F để đưa vào", en: "add -F to show them")
        case .expired: Message(vi: "thêm -E để đưa vào", en: "add -E to show them")
        }
    }
}
