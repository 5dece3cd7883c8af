import OfficialDocuments
import VietnameseText

/// Names of pages that leave room for the same number of another place or year.
enum DraftNaming {
    /// `24-ct-tu-khanh-hoa`, `37-kh-ubnd-khanh-hoa-2026`.
    static func name(_ head: Letterhead) -> String? {
        guard let number = head.number.value else { return nil }
        var parts = [Slug.make(number.description)]
        if let locality = head.locality.value { parts.append(locality) }
        if number.year == nil, let year = head.date.value?.year, restarts(number.family) { parts.append("\(year)") }
        return parts.joined(separator: "-")
    }

    /// Families whose counters restart, so that the year tells two apart.
    private static func restarts(_ family: DocumentNumber.Family) -> Bool {
        switch family {
        case .administrative, .letter, .organisation, .party: true
        case .normative, .assembly, .joint, .legacy: false
        }
    }

    /// A name of at most a dozen words from a title or the name of a file.
    static func name(of title: String) -> String {
        let words = Slug.make(title).split(separator: "-").prefix(12)
        return words.isEmpty ? "trang" : words.joined(separator: "-")
    }
}
