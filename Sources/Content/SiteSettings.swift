import Diagnostics
import Markdown
import OfficialDocuments

/// What `content/site.yaml` says about the site as a whole.
public struct SiteSettings: Sendable, Equatable {
    /// Name of the site.
    public var title = "Sohieu"
    /// What it is, in one sentence.
    public var description = ""
    /// Language of the interface: the name of a file in `site-templates/strings/`.
    public var language = "vi"
    /// Absolute URL of the published site, ending in `/`; `nil` while it is not known.
    public var baseURL: String?
    /// Who answers for it.
    public var organisation: String?
    /// Whether raw HTML in Markdown reaches the pages.
    public var allowsRawHTML = false
    /// Whether HTML files of the content are copied, with whatever scripts they hold.
    public var allowsHTMLFiles = false
    /// Whether search shards get script twins, which readers without a server need.
    public var writesTwins = true
    /// A name of a dozen letters for the home screen of a phone; the whole title without one.
    public var shortTitle: String?
    /// Where readers send a document that the collection lacks: an address that begins with `https:` or `mailto:`.
    public var contribute: String?
    /// Whether readers may keep the site on their machine and install it.
    public var isKeptOffline = true
    /// Sections over folders of the site's own, beside those every site has.
    package var sections: [BrowseSection] = []
    /// Contact line for `security.txt`; the file is written only when it is set.
    public var securityContact: String?
    /// Until when that contact holds, which `security.txt` must say (RFC 9116, section 2.5.5).
    public var securityExpires: PartialDate?
    /// Values of a site's own for its templates, by name: `{{parameters.…}}`.
    public var parameters: [String: String] = [:]
    /// What it says of its looks.
    public var look = SiteLook()
    /// How bad problems are on this site, where it is not what the program says.
    public var levels = DiagnosticLevels()

    /// The defaults.
    public init() {}

    static let keys =
        [
            "title", "description", "language", "base_url", "organisation", "raw_html", "html_files", "search",
            "offline",
            "short_title", "contribute", "parameters", "sections", "security_contact", "security_expires", "levels",
            ContentSchema.schemaKey,
        ] + SiteLook.keys

    /// Reads `site.yaml`; problems are returned, and what cannot be read keeps its default.
    package static func read(_ text: String, path: String) -> (SiteSettings, [Diagnostic]) {
        var settings = SiteSettings()
        let (value, problems) = YAMLReader.read(text, path: path)
        var values = ValueReader()
        if let value, value.mapping == nil {
            values.wrongShape(
                value, vi: "site.yaml phải gồm các dòng khóa: giá trị", en: "site.yaml must be lines of key: value")
        }
        let entries = value?.mapping ?? []
        for entry in entries { settings.read(entry, beside: entries, &values) }
        if settings.securityContact != nil, settings.securityExpires?.day == nil {
            values.report(missingExpiry(path))
        }
        return (settings, problems + values.diagnostics)
    }

    private mutating func read(
        _ entry: YAMLValue.Entry, beside siblings: [YAMLValue.Entry], _ values: inout ValueReader
    ) {
        let (key, value) = (entry.key, entry.value)
        func text() -> String? { values.text(value, of: key).flatMap { $0.isEmpty ? nil : $0 } }
        switch key {
        case "title": if let title = text() { self.title = title }
        case "description": description = text() ?? ""
        case "language": if let language = text() { self.language = language }
        case "base_url":
            guard let written = text() else { return }
            baseURL = Self.normalised(baseURL: written)
            if baseURL == nil { values.report(Self.unusable(baseURL: written, at: value.location)) }
        case "organisation": organisation = text()
        case "raw_html": if let flag = values.flag(value, of: key) { allowsRawHTML = flag }
        case "html_files": if let flag = values.flag(value, of: key) { allowsHTMLFiles = flag }
        case "short_title": shortTitle = text()
        case "contribute":
            guard let written = text() else { return }
            contribute = Self.isReachable(written) ? written : nil
            if contribute == nil { values.report(Self.unusable(contribute: written, at: value.location)) }
        case "offline": if let flag = values.flag(value, of: key) { isKeptOffline = flag }
        case "sections": sections = SiteSections.read(value, &values)
        case "levels": levels = DiagnosticLevels(value, &values)
        case ContentSchema.schemaKey: break
        case "parameters":
            guard let members = value.mapping else {
                values.wrongShape(
                    value, vi: "khóa parameters gồm các dòng tên: giá trị",
                    en: "key parameters takes lines of name: value")
                return
            }
            for member in members {
                if let text = values.text(member.value, of: member.key) { parameters[member.key] = text }
            }
        case "security_contact": securityContact = text()
        case "security_expires": securityExpires = values.date(value, of: key)
        case "search":
            guard let members = value.mapping else {
                if value.scalar?.isEmpty != true {
                    values.wrongShape(
                        value, vi: "khóa search cần các mục: twins", en: "key search takes the entries: twins")
                }
                return
            }
            for member in members {
                if member.key != "twins" {
                    values.report(UnknownKey.diagnostic(member, among: ["twins"], beside: members))
                } else if let flag = values.flag(member.value, of: member.key) {
                    writesTwins = flag
                }
            }
        case _ where SiteLook.keys.contains(key): look.read(value, of: key, &values)
        default: values.report(UnknownKey.diagnostic(entry, among: Self.keys, beside: siblings))
        }
    }

    /// The URL with exactly one `/` at its end; `nil` unless it is an address of a site: `http` or `https`, a host, and at
    /// most a path.
    public static func normalised(baseURL: String) -> String? {
        guard let scheme = ["https://", "http://"].first(where: { baseURL.lowercased().hasPrefix($0) }) else {
            return nil
        }
        let rest = baseURL.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        let isClean = rest.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"\"'<>\\?#`{}|^@".unicodeScalars.contains($0)
        }
        guard isClean, host.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return rest.hasSuffix("/") ? scheme + rest : scheme + rest + "/"
    }

    /// The problem of a `base_url`, or of `--base-url`, that is no address of a site.
    package static func unusable(baseURL: String, at location: SourceLocation) -> Diagnostic {
        let guess = baseURL.contains(":") ? nil : normalised(baseURL: "https://" + baseURL)
        return Diagnostic(
            id: "unusable-base-url",
            severity: .error,
            location: location,
            message: Message(
                vi: "base_url không phải địa chỉ trang web: \(baseURL)",
                en: "base_url is no address of a site: \(baseURL)"),
            suggestion: guess.map { Message(vi: "có phải là \($0)?", en: "did you mean \($0)?") }
                ?? Message(vi: "viết như https://vi-du.vn/thu-muc/", en: "write it as https://example.org/folder/")
        )
    }

    private static func isReachable(_ address: String) -> Bool {
        ["https://", "http://", "mailto:"].contains(where: address.hasPrefix)
    }

    private static func unusable(contribute: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            id: "unusable-contribute",
            severity: .warning,
            location: location,
            message: Message(
                vi: "contribute không phải địa chỉ bấm được: \(contribute)",
                en: "contribute is no address that can be followed: \(contribute)"),
            suggestion: Message(
                vi: "viết như https://vi-du.vn/gui hoặc mailto:ban@vi-du.vn",
                en: "write it as https://example.org/send or mailto:editors@example.org")
        )
    }

    private static func missingExpiry(_ path: String) -> Diagnostic {
        Diagnostic(
            id: "missing-security-expires",
            severity: .warning,
            location: SourceLocation(path: path),
            message: Message(
                vi: "security_contact cần kèm ngày hết hạn", en: "security_contact needs a day on which it expires"),
            suggestion: Message(vi: "thêm security_expires: 2027-12-31", en: "add security_expires: 2027-12-31")
        )
    }
}
