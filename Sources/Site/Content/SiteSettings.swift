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
    /// Whether search shards get script twins, which readers without a server need.
    public var writesTwins = true
    /// A name of a dozen letters for the home screen of a phone; the whole title without one.
    public var shortTitle: String?
    /// Whether readers may keep the site on their machine and install it.
    public var isKeptOffline = true
    /// Contact line for `security.txt`; the file is written only when it is set.
    public var securityContact: String?
    /// Until when that contact holds, which `security.txt` must say (RFC 9116, section 2.5.5).
    public var securityExpires: PartialDate?

    /// The defaults.
    public init() {}

    static let keys = [
        "title", "description", "language", "base_url", "organisation", "raw_html", "search", "offline", "short_title",
        "security_contact", "security_expires",
    ]

    /// Reads `site.yaml`; problems are returned, and what cannot be read keeps its default.
    static func read(_ text: String, path: String) -> (SiteSettings, [Diagnostic]) {
        var settings = SiteSettings()
        var (value, diagnostics) = YAMLReader.read(text, path: path)
        for entry in value?.mapping ?? [] {
            let scalar = entry.value.scalar ?? ""
            switch entry.key {
            case "title": settings.title = scalar
            case "description": settings.description = scalar
            case "language": settings.language = scalar
            case "base_url": settings.baseURL = normalised(baseURL: scalar)
            case "organisation": settings.organisation = scalar.isEmpty ? nil : scalar
            case "raw_html": settings.allowsRawHTML = isTrue(scalar)
            case "short_title": settings.shortTitle = scalar.isEmpty ? nil : scalar
            case "offline": settings.isKeptOffline = isTrue(scalar)
            case "security_contact": settings.securityContact = scalar.isEmpty ? nil : scalar
            case "security_expires": settings.securityExpires = DateText.read(scalar)
            case "search":
                for member in entry.value.mapping ?? [] {
                    if member.key == "twins" {
                        settings.writesTwins = isTrue(member.value.scalar ?? "")
                    } else {
                        diagnostics.append(UnknownKey.diagnostic(member, among: ["twins"]))
                    }
                }
            default: diagnostics.append(UnknownKey.diagnostic(entry, among: keys))
            }
        }
        if settings.securityContact != nil, settings.securityExpires?.day == nil {
            diagnostics.append(missingExpiry(path))
        }
        return (settings, diagnostics)
    }

    /// The URL with exactly one `/` at its end, or `nil` for an empty one.
    public static func normalised(baseURL: String) -> String? {
        guard !baseURL.isEmpty else { return nil }
        return baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    }

    private static func isTrue(_ text: String) -> Bool { ["true", "yes", "có"].contains(text.lowercased()) }

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
