extension [Inline] {
    /// Every inline replaced by what `transform` makes of it, inner ones first.
    func mapping(_ transform: (Inline) -> [Inline]) -> [Inline] {
        flatMap { inline -> [Inline] in
            let inner: Inline =
                switch inline {
                case .strong(let inlines): .strong(inlines.mapping(transform))
                case .emphasis(let inlines): .emphasis(inlines.mapping(transform))
                case .struck(let inlines): .struck(inlines.mapping(transform))
                case .raised(let inlines): .raised(inlines.mapping(transform))
                case .lowered(let inlines): .lowered(inlines.mapping(transform))
                case .link(let inlines, let target): .link(inlines.mapping(transform), target: target)
                case .note(let blocks): .note(blocks.mapping(transform))
                case .text, .lineBreak, .code, .image: inline
                }
            return transform(inner)
        }
    }
}

extension [Block] {
    /// Every inline of every block replaced by what `transform` makes of it.
    func mapping(_ transform: (Inline) -> [Inline]) -> [Block] {
        map { block in
            switch block {
            case .heading(let level, let inlines): .heading(level: level, inlines.mapping(transform))
            case .paragraph(let inlines): .paragraph(inlines.mapping(transform))
            case .list(let kind, let items): .list(kind, items: items.map { $0.mapping(transform) })
            case .quote(let blocks): .quote(blocks.mapping(transform))
            case .code: block
            case .table(let table):
                .table(Table(rows: table.rows.map { $0.map { $0.mapping(transform) } }, spans: table.spans))
            }
        }
    }
}
