/// The names that the contexts of templates have: what a template asks for beside these is never there.
///
/// One set for all templates, since a name is looked up in the item, then in all around it, and a partial is used in many places.
enum TemplateNames {
    /// Every name; of `strings.…` and `assets.…` only the first part, since those that follow are the keys of the words and
    /// the files of `assets/`.
    static let all = Set(
        """
        about above after all ambiguities anchor assets attachments attributes author banner before below body
        breadcrumbs byline candidates canonical cards categories cells centre checksums children citation citers
        column columns contact contents contribute count countText covering csv dark dataDate date deletions
        description diagram edges entries everywhere expansion expires eyebrow faces facets feeds field figure figures
        filters footer footerNav form groups hasAside hasItems hasNeighbours hasPlaces hasStatus header heading
        headTitle home href id isCurrent isDocument isDraft isEmpty isFirst isGap isLong isMissing iso isUnlisted
        items jsonld jumps kind label language lessons level light lines links list logo map mark matrix message meta
        more name names nav navigation next nodes note number openGraphType organisation own pages pagination panels
        parameter paths period place places previous problems quote related relation results root row rows searchKinds
        self sentence shortName site sitemap size sources stage start stated status statusText steps strings
        suggestion summary tags text theme tiles timeline title tone tree type updated url urls value values version
        ways width words worker
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
