import OfficialDocuments
import VietnameseText

/// Takes from a page what every page of its portal has, and finds the element that holds the article.
struct PagePruning {
    /// The page without what was taken from it.
    private(set) var page: HTMLElement
    /// The first words of what was taken because of its name, where it had any.
    private(set) var dropped: [String] = []
    private let total: Int

    init(_ body: HTMLElement) {
        total = max(1, body.text.utf8.count)
        page = HTMLElement(name: "body")
        page = pruned(body, insideArticle: false)
    }

    // MARK: What is taken

    private mutating func pruned(_ element: HTMLElement, insideArticle: Bool) -> HTMLElement {
        var result = element
        let isArticle = insideArticle || element.name == "article"
        result.children = []
        for child in element.children {
            guard case .element(let inner) = child else {
                result.children.append(child)
                continue
            }
            if Self.unseen.contains(inner.name) || isHidden(inner) { continue }
            // What holds most of the text is the page itself, whatever its name.
            let length = inner.text.utf8.count
            if length * 5 < total * 2, isFurniture(inner, insideArticle: isArticle) {
                let words = LayoutLine(String(inner.text.prefix(400))).text
                if !words.isEmpty { dropped.append(String(words.prefix(60))) }
                continue
            }
            result.children.append(.element(pruned(inner, insideArticle: isArticle)))
        }
        return result
    }

    private func isHidden(_ element: HTMLElement) -> Bool {
        let style = (element.attributes["style"] ?? "").lowercased().filter { $0 != " " }
        return element.attributes["hidden"] != nil || style.contains("display:none")
    }

    private func isFurniture(_ element: HTMLElement, insideArticle: Bool) -> Bool {
        if ["nav", "aside", "footer"].contains(element.name) { return true }
        if element.name == "header" { return !insideArticle && element.first { $0.name == "h1" } == nil }
        if ["navigation", "banner", "search", "complementary", "contentinfo"].contains(element.attributes["role"] ?? "")
        {
            return true
        }
        guard
            ["div", "ul", "ol", "section", "span", "p", "table", "td", "form", "fieldset", "dl"].contains(element.name)
        else { return false }
        let names = (element.attributes["class"] ?? "") + " " + (element.attributes["id"] ?? "")
        let words = Self.words(names)
        return words.contains { Self.furniture.contains($0) }
            || Self.compounds.contains { words.joined().contains($0) }
    }

    /// "relatedNews box-rating" → related, news, box, rating.
    private static func words(_ names: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        for character in names {
            let isLetter = character.isASCII && character.isLetter
            if !isLetter || character.isUppercase && wasSmall {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isLetter { word += character.lowercased() }
            wasSmall = character.isLowercase
        }
        return word.isEmpty ? words : words + [word]
    }

    /// Elements that no reader sees as text.
    private static let unseen: Set<String> = [
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "input", "button",
        "select", "textarea", "head", "link", "meta", "video", "audio", "map",
    ]
    private static let furniture: Set<String> = [
        "menu", "nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "sidebar", "footer", "share", "sharing",
        "social", "rating", "ratings", "rate", "stars", "vote", "votes", "voting", "poll", "polls", "survey", "comment",
        "comments", "related", "views", "viewcount", "hits", "toolbar", "pagination", "pager", "banner", "ads",
        "advert",
        "advertisement", "popup", "modal", "cookie", "cookies", "login", "counter", "statistics", "copyright",
        "newsletter", "subscribe", "weblink", "marquee", "feedback",
    ]
    private static let compounds = [
        "binhchon", "danhgia", "thamdo", "luotxem", "luottruycap", "lientuc", "tinlienquan", "tinmoi", "tinkhac",
        "tincu", "othernews", "relatednews", "latestnews", "binhluan", "chiase", "thongketruycap", "lienketweb",
        "ykienbandoc", "printpage", "inbaiviet", "guiemail", "skiplink", "menutop", "mainmenu", "leftmenu",
    ]

    // MARK: Where the article is

    /// The element that holds the article: marked as such, or the smallest that holds nearly all running text.
    var main: HTMLElement {
        let marked = page.descendants.filter { element in
            element.name == "article" || element.name == "main" || element.attributes["role"] == "main"
                || element.attributes["itemprop"] == "articleBody"
        }
        let running = Self.running(page)
        if let element = marked.last(where: { Self.running($0) * 10 >= running * 8 }) { return element }
        var current = page
        while let inner = current.elements.first(where: { Self.running($0) * 100 >= running * 97 }), running > 0 {
            current = inner
        }
        return current
    }

    /// Bytes of text that is not in links.
    private static func running(_ element: HTMLElement) -> Int {
        element.children.reduce(0) { sum, child in
            switch child {
            case .text(let text): sum + text.utf8.count { $0 > 0x20 }
            case .element(let inner): sum + (inner.name == "a" ? 0 : running(inner))
            case .comment: sum
            }
        }
    }
}
