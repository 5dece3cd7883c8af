import Diagnostics
import Markdown

/// What of its looks a site says in `site.yaml`; what it leaves out is as the templates have it.
public struct SiteLook: Sendable, Equatable {
    /// Whether the site needs a stylesheet of its own.
    package var hasStylesheet: Bool { light != .init() || dark != .init() || !fonts.isEmpty }

    /// The colours of the light or the dark appearance.
    package struct Colours: Sendable, Equatable {
        /// Links, buttons, the line at the top.
        package var main: Colour?
        /// The frame around what has the focus, the fold of the logo.
        package var accent: Colour?
        /// The ground.
        package var paper: Colour?
        /// The text.
        package var ink: Colour?

        package init() {}

        static let keys = ["main", "accent", "paper", "ink"]
    }

    /// A link of the menu or of the foot.
    package struct Link: Sendable, Equatable {
        package var label: String
        /// A content path, a list of the site (`van-ban/`), or an address elsewhere.
        package var url: Located<String>
    }

    /// A part of the home page.
    package enum HomeSection: String, CaseIterable, Sendable {
        case ways = "lối vào"
        case own = "trang đã đọc"
        case newest = "mới nhất"
        case cited = "viện dẫn nhiều"
        case themes = "nhóm vấn đề"
        case fields = "lĩnh vực"
        case places = "địa phương"
        case text = "lời giới thiệu"
    }

    package var light = Colours()
    package var dark = Colours()
    /// Families for texts and headings, as a stylesheet lists them; or a font file of the content.
    package var fonts: [String: Located<String>] = [:]
    /// An image of the content in the place of the program's mark.
    package var logo: Located<String>?
    /// Words below the name at the head of every page.
    package var header: String?
    /// Lines at the foot of every page.
    package var footer: [String] = []
    /// In the place of the sections.
    package var menu: [Link]?
    /// After the program's links at the foot.
    package var footerLinks: [Link] = []
    /// The parts of the home page that are shown; all without it.
    package var home: [HomeSection]?

    /// The words for parts of the home page.
    static let homeSections = HomeSection.allCases.map { AcceptedValue($0.rawValue, alsoWritten: ["\($0)"]) }

    /// The keys of `site.yaml`.
    static let keys = [
        "colours", "dark_colours", "fonts", "logo", "header", "footer", "menu", "footer_links", "home",
    ]

    /// Reads one of `keys`.
    mutating func read(_ value: YAMLValue, of key: String, _ values: inout ValueReader) {
        switch key {
        case "colours": light = Self.colours(value, of: key, &values)
        case "dark_colours": dark = Self.colours(value, of: key, &values)
        case "fonts":
            for member in values.members(value, among: ["text", "headings"], of: key) ?? [] {
                guard let text = values.text(member.value, of: member.key), !text.isEmpty else { continue }
                if Self.isFontList(text) {
                    fonts[member.key] = Located(text, at: member.value.location)
                } else {
                    values.wrongShape(
                        member.value, vi: "phông chữ viết như Lora, serif hoặc phong/Lora.woff2",
                        en: "write a font as Lora, serif or fonts/Lora.woff2")
                }
            }
        case "logo":
            if let text = values.text(value, of: key), !text.isEmpty { logo = Located(text, at: value.location) }
        case "header": header = values.text(value, of: key).flatMap { $0.isEmpty ? nil : $0 }
        case "footer": footer = values.texts(value, of: key).map(\.value).filter { !$0.isEmpty }
        case "menu": menu = Self.links(value, of: key, &values)
        case "footer_links": footerLinks = Self.links(value, of: key, &values)
        default:
            home = value.elements.compactMap { values.choice($0, of: key, among: Self.homeSections) }
                .compactMap(HomeSection.init)
        }
    }

    private static func colours(_ value: YAMLValue, of key: String, _ values: inout ValueReader) -> Colours {
        var colours = Colours()
        for member in values.members(value, among: Colours.keys, of: key) ?? [] {
            guard let text = values.text(member.value, of: member.key), !text.isEmpty else { continue }
            guard let colour = Colour(text) else {
                values.wrongShape(
                    member.value, vi: "màu viết như \"#0b5394\", trong ngoặc kép",
                    en: "write a colour as \"#0b5394\", in quotes")
                continue
            }
            switch member.key {
            case "main": colours.main = colour
            case "accent": colours.accent = colour
            case "paper": colours.paper = colour
            default: colours.ink = colour
            }
        }
        return colours
    }

    private static func links(_ value: YAMLValue, of key: String, _ values: inout ValueReader) -> [Link] {
        value.elements.compactMap { element in
            var (label, url) = ("", Located("", at: element.location))
            for member in values.members(element, among: ["label", "url"], of: key) ?? [] {
                guard let text = values.text(member.value, of: member.key) else { continue }
                if member.key == "label" { label = text } else { url = Located(text, at: member.value.location) }
            }
            guard !label.isEmpty, !url.value.isEmpty else {
                values.wrongShape(
                    element, vi: "mỗi mục của \(key) cần label và url", en: "each entry of \(key) needs label and url")
                return nil
            }
            return Link(label: label, url: url)
        }
    }

    /// A list of families cannot end its declaration, whatever it is.
    private static func isFontList(_ text: String) -> Bool {
        text.allSatisfy { $0.isLetter || $0.isNumber || " ,-_/.".contains($0) }
    }
}
