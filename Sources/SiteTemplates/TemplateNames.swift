/// The names that the contexts of templates have, by place: what a template asks for beside these is never there.
///
/// Pages, lists and the partials they share have one scope, since a name is looked up in the item, then in all around it. Of
/// `strings.…`, `assets.…` and `parameters.…` only the first part stands here, since those that follow are the keys of the
/// words, the files of `assets/` and what `site.yaml` states.
enum TemplateNames {
    /// Templates that are given the same names.
    struct Place {
        let templates: [String]
        let names: Set<String>

        init(_ templates: [String], _ names: String) {
            self.templates = templates
            self.names = Set(names.split(whereSeparator: \.isWhitespace).map(String.init))
        }
    }

    /// Pages, lists and what they include.
    static let pages = Place(
        [],
        """
        above after all ambiguities anchor assets attachments attributes banner before below body breadcrumbs
        byline candidates canonical cards cells centre children citation citers column columns contents contribute
        count countText covering csv dataDate date description diagram edges everywhere eyebrow facets feeds field
        figure figures filters footer footerNav form groups hasAside hasItems hasNeighbours hasPlaces hasStatus
        header heading headTitle href id isCurrent isDocument isDraft isEmpty isGap isMissing iso isUnlisted items
        jsonld jumps kind label language lessons level lines links list logo map mark matrix meta more name nav
        navigation next nodes note number openGraphType organisation own pages pagination panels parameter
        parameters period place places previous quote related relation results root row rows sentence
        site size sources stage stated status statusText steps strings summary tags text theme tiles timeline
        title tone tree type updated url values ways width words worker
        """)

    /// Templates that are given names of their own and nothing else.
    static let others: [Place] = [
        Place(
            ["inline/abbreviation"],
            "expansion text url"),
        Place(
            ["inline/anchor", "inline/heading-anchor"],
            "anchor text"),
        Place(
            ["inline/citation"],
            "isLong status text title url"),
        Place(
            ["inline/footnote", "inline/footnote-back", "inline/footnote-reference"],
            "isFirst number strings text"),
        Place(
            ["inline/footnotes", "inline/table"],
            "strings text"),
        Place(
            ["feeds/atom"],
            "author categories entries home id language self summary title updated url"),
        Place(
            ["feeds/manifest"],
            "assets description language name shortName"),
        Place(
            ["feeds/robots"],
            "sitemap"),
        Place(
            ["feeds/security"],
            "canonical contact expires language"),
        Place(
            ["feeds/sitemap"],
            "updated url urls"),
        Place(
            ["feeds/table"],
            "text"),
        Place(
            ["theme"],
            "dark faces light name url value"),
        Place(
            ["script-words"],
            "assets label name searchKinds strings"),
        Place(
            ["offline-worker"],
            "about assets"),
        Place(
            ["bundle/start", "bundle/read-me"],
            "assets checksums date deletions description language names organisation pages root site start strings title"
        ),
        Place(
            ["bundle/deletions"],
            "assets checksums date deletions description language names organisation pages paths root site start strings title"
        ),
        Place(
            ["preview/notice"],
            "language text title"),
        Place(
            ["preview/overlay"],
            "heading id message place problems related suggestion text"),
        Place(
            ["preview/tag"],
            "version"),
    ]

    private static let byTemplate = Dictionary(
        uniqueKeysWithValues: others.flatMap { place in place.templates.map { ($0, place.names) } })

    /// Every name of some place.
    static let all = others.reduce(into: pages.names) { $0.formUnion($1.names) }

    /// The names that `template` is given.
    static func names(in template: String) -> Set<String> { byTemplate[template] ?? pages.names }

    /// The table of `site-templates/README.md`.
    static var reference: String {
        func row(_ place: String, _ names: Set<String>) -> String {
            "| \(place) | " + names.sorted().map { "`\($0)`" }.joined(separator: " ") + " |\n"
        }
        return "| template | names |\n|---|---|\n"
            + others.map { row($0.templates.map { "`\($0)`" }.joined(separator: ", "), $0.names) }.joined()
            + row("all others", pages.names)
    }
}
