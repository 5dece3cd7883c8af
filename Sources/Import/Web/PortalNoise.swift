import OfficialDocuments
import VietnameseText

/// Lines that portals set around an article: counters, ratings, polls, "Tin mới hơn".
struct PortalNoise {
    /// What was left out, in reading order.
    private(set) var dropped: [String] = []

    /// The blocks that belong to the article, without a heading that repeats `title`.
    mutating func clean(_ blocks: [Block], title: String?) -> [Block] {
        var result: [Block] = []
        var isInList = false
        let wanted = title.map { LayoutLine($0).text }
        var hasTitle = false
        for block in blocks {
            let text = LayoutLine(block.line)
            if case .heading = block, !hasTitle, text.text == wanted {
                hasTitle = true
                continue
            }
            if Self.opensList(text) {
                isInList = true
                dropped.append(text.text)
                continue
            }
            if isInList, block.isLinks || block.isDated {
                dropped.append(text.text)
                continue
            }
            isInList = false
            if Self.isNoise(text) || block.isTrail {
                dropped.append(text.text)
                continue
            }
            result.append(block)
        }
        return result
    }

    /// "Tin mới hơn", "Các tin khác": what follows are links to other pages.
    private static func opensList(_ line: LayoutLine) -> Bool {
        let text = bare(line)
        return line.text.count < 60 && lists.contains { text == $0 || text.hasPrefix($0 + " ") }
    }

    private static func isNoise(_ line: LayoutLine) -> Bool {
        guard line.text.count < 160 else { return false }
        let text = bare(line)
        if counters.contains(where: { text.hasPrefix($0) && text.dropFirst($0.count).allSatisfy { !$0.isLetter } }) {
            return true
        }
        return line.text.count < 90 && openings.contains { text == $0 || text.hasPrefix($0 + " ") }
    }

    private static func bare(_ line: LayoutLine) -> String {
        Folding.fold(line.text).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    private static let lists = [
        "tin moi hon", "tin cu hon", "cac tin khac", "tin khac", "tin lien quan", "bai viet lien quan", "cac bai khac",
        "bai lien quan", "tin cung chuyen muc", "cung chuyen muc", "bai moi nhat", "tin moi nhat", "tin tuc khac",
        "cac tin da dua", "nhung tin moi hon", "nhung tin cu hon", "tin noi bat", "xem nhieu", "tin doc nhieu",
        "van ban lien quan khac", "co the ban quan tam", "doc nhieu nhat", "cac bai viet khac", "bai viet khac",
    ]
    private static let counters = [
        "luot xem", "so luot xem", "da xem", "luot truy cap", "so lan xem", "so lan doc", "luot doc", "views", "hits",
        "tong luot truy cap", "dang truy cap", "dang online",
    ]
    private static let openings = [
        "in trang", "in bai viet", "gui email", "gui bai viet", "chia se bai viet", "chia se", "danh gia bai viet",
        "click de danh gia", "tong so diem cua bai viet", "xep hang", "binh chon", "y kien ban doc", "gui y kien",
        "gui binh luan", "tham do y kien", "nhan tin moi qua", "co chu", "cho chu", "quay lai", "ve dau trang",
        "len dau trang",
        "nghe bai viet", "nghe doc bai", "theo doi chung toi", "ket qua binh chon", "danh gia", "binh luan",
    ]
}

extension Block {
    /// Its text, for comparing.
    fileprivate var line: String { [self].plain }

    /// Whether all its text is in links.
    fileprivate var isLinks: Bool {
        func linked(_ inlines: [Inline]) -> Bool {
            inlines.allSatisfy { inline in
                switch inline {
                case .link, .image: true
                case .strong(let inner), .emphasis(let inner): linked(inner)
                default: !inline.plain.contains { $0.isLetter }
                }
            }
        }
        return switch self {
        case .paragraph(let inlines), .heading(_, let inlines): linked(inlines)
        case .list(_, let items): items.allSatisfy { $0.allSatisfy { $0.isLinks || $0.isDated } }
        default: false
        }
    }

    /// A list whose items begin with a link and end in a date: "Tiêu đề (21/07/2023)".
    fileprivate var isDated: Bool {
        guard case .list(_, let items) = self else { return false }
        return items.allSatisfy { item in
            guard case .paragraph(let inlines)? = item.first, case .link? = inlines.trimmed.first else { return false }
            return true
        }
    }

    /// "Trang chủ » Tin tức » Dân vận".
    fileprivate var isTrail: Bool {
        guard case .paragraph(let inlines) = self else { return false }
        let links = inlines.count { if case .link = $0 { true } else { false } }
        return links > 1 && isLinks
    }
}
