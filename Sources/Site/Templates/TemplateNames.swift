/// The names that the contexts of templates have: what a template asks for beside these is never there.
///
/// One set for all templates, since a name is looked up in the item, then in all around it, and a partial is used in many places.
enum TemplateNames {
    /// Every name; of `strings.…` and `assets.…` only the first part, since those that follow are the keys of the words and
    /// the files of `assets/`.
    static let all = Set(
        """
        about above after all ambiguities anchor assets attachments attributes author banner before below body breadcrumbs
        byline candidates canonical cards categories cells centre checksums children citation citers columns contact contents
        count countText dataDate date deletions description diagram edges entries everywhere expansion expires eyebrow facets
        feeds field figures footer footerNav form groups hasItems hasNeighbours headTitle header heading home id isCurrent
        isDocument isDraft isFirst isGap isLong isMissing isUnlisted iso items jsonld jumps kind label language level links
        list mark message meta more name names nav navigation next nodes note number openGraphType organisation pages
        pagination panels paths period place previous problems quote related relation root rows self shortName site sitemap
        size sources stage start status statusText steps strings suggestion summary tags text timeline title tone tree type
        updated url urls values version ways width worker
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
