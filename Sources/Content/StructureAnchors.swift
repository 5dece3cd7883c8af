import Markdown
import VietnameseText

/// Anchors that others can cite, read from the structure of a text: headings, "Điều 5", khoản, "Một là".
package struct StructureAnchors {
    /// Anchor of each heading, by its index in the content.
    package private(set) var headings: [String] = []
    /// Anchors of paragraphs: text offset and id.
    package private(set) var paragraphs: [(offset: Int, id: String)] = []
    /// Every anchor given.
    package private(set) var all: Set<String> = []
    /// How often a name has been asked for, so that the next of a thousand alike need not try every number before it.
    private var counts: [String: Int] = [:]

    /// Ids that the templates and the citator give to parts of a page; a heading of that name gets a number.
    private static let reserved: Set<String> = [
        "bai-hoc-rut-ra", "bang", "bi-thay-doi", "can-cu", "cards", "cung-linh-vuc", "cung-nhom", "dong-thoi-gian",
        "luoc-do", "mo-hinh-tieu-bieu", "muc-luc", "nhap-nhang", "search-page", "search-q", "search-strings",
        "site-menu", "tai-lieu", "thay-doi", "van-ban-vien-dan", "vien-dan",
    ]

    /// The ordinals that open the lessons of a review, in order.
    private static let ordinals = [
        "một là", "hai là", "ba là", "bốn là", "năm là", "sáu là", "bảy là", "tám là", "chín là", "mười là",
    ].map { Array($0.utf8) }

    package init(_ content: MarkdownContent) {
        var article: Int?
        var headingIndex = 0
        for block in content.blocks {
            let text = content.text[block.range]
            switch block.kind {
            case .heading:
                let number = Self.article(text)
                if number != nil || content.headings[headingIndex].level <= 2 { article = number }
                let slug = Slug.make(content.headings[headingIndex].text)
                headings.append(unique(number.map { "dieu-\($0)" } ?? (slug.isEmpty ? "muc" : slug)))
                headingIndex += 1
            case .paragraph:
                if let ordinal = block.ordinal, let article {
                    paragraphs.append((block.range.lowerBound, unique("dieu-\(article)-khoan-\(ordinal)")))
                } else if let number = Self.article(text) {
                    article = number
                    paragraphs.append((block.range.lowerBound, unique("dieu-\(number)")))
                } else if let lesson = Self.lesson(text) {
                    paragraphs.append((block.range.lowerBound, unique("bai-hoc-\(lesson)")))
                }
            case .tableCell, .code: break
            }
        }
    }

    /// The id, with `-2`, `-3` … when it is taken.
    private mutating func unique(_ id: String) -> String {
        var candidate = id
        var count = counts[id] ?? 1
        if count > 1 { candidate = "\(id)-\(count)" }
        while Self.reserved.contains(candidate) || !all.insert(candidate).inserted {
            count += 1
            candidate = "\(id)-\(count)"
        }
        counts[id] = count + 1
        return candidate
    }

    /// 5 for a text that opens "Điều 5." or "Điều 5:".
    private static func article(_ text: ArraySlice<UInt8>) -> Int? {
        let word = Array("Điều ".utf8)
        guard text.starts(with: word) else { return nil }
        let digits = text.dropFirst(word.count).prefix { (0x30...0x39).contains($0) }.prefix(4)
        guard !digits.isEmpty, let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        let next = digits.endIndex < text.endIndex ? text[digits.endIndex] : UInt8(ascii: ".")
        return [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "\n")].contains(next) ? number : nil
    }

    /// 3 for a text that opens "Ba là,".
    private static func lesson(_ text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first, (0x41...0x5A).contains(first) else { return nil }
        let opening = Array(String(decoding: text.prefix(24), as: UTF8.self).lowercased().utf8)
        return ordinals.firstIndex { ordinal in
            opening.starts(with: ordinal) && opening.count > ordinal.count
                && [UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: " ")].contains(opening[ordinal.count])
        }.map { $0 + 1 }
    }
}
