import OfficialDocuments

/// Reads the values of a page for a facet.
struct FacetReader {
    let site: Site

    /// A value as a page states it.
    struct Value {
        /// What it is told apart by, before spelling is evened out.
        var raw: String
        var label: String
        /// Place in the order of a facet that is ranked.
        var rank = 0
    }

    /// The values of a page; several for places (what covers them) and topics.
    func values(of index: Int, for facet: Facet) -> [Value] {
        let page = site.pages[index]
        switch facet {
        case .documentType: return value(site.typeName(of: page))
        case .issuer: return value(page.head.issuer)
        case .documentYear: return year(page.head.date?.year)
        case .reportYear: return year((page.head.published ?? page.head.date)?.year)
        case .modelYear: return year(Self.year(in: page.head.recognised ?? page.head.registered ?? page.head.period))
        case .status:
            let status = site.standing(of: page.id)?.status ?? page.head.status ?? .unknown
            return value(site.status(status).text, rank: DocumentStatus.allCases.firstIndex(of: status) ?? 0)
        case .documentLevel: return level(of: page)
        case .documentPlace, .lessonPlace, .modelPlace, .reportPlace, .locality: return places(of: page)
        case .theme: return value(page.head.theme)
        case .lessonSource: return source(of: page)
        case .field: return value(page.head.field)
        case .form, .reportForm: return value(page.head.form?.capitalisedFirst)
        case .stage:
            let rank = page.head.stage.flatMap(ModelStage.allCases.firstIndex) ?? ModelStage.allCases.count
            return value(page.head.stage?.rawValue.capitalisedFirst, rank: rank)
        case .topic: return (page.head.topics + page.head.tags).map { Value(raw: $0, label: $0.capitalisedFirst) }
        }
    }

    private func value(_ label: String?, rank: Int = 0) -> [Value] {
        label.map { [Value(raw: $0, label: $0, rank: rank)] } ?? []
    }

    /// The last year first.
    private func year(_ year: Int?) -> [Value] { value(year.map(String.init), rank: -(year ?? 0)) }

    /// The year that a free text names, if it names one: "năm 2016" → 2016, while "2017–2020" is no year; years from 1900 to
    /// 2100 count.
    static func year(in text: String?) -> Int? {
        guard let text else { return nil }
        let years = text.utf8.split { !(0x30...0x39).contains($0) }
            .compactMap { $0.count == 4 ? Int(String(decoding: Array($0), as: UTF8.self)) : nil }
            .filter { (1900...2100).contains($0) }
        return years.uniqued.count == 1 ? years[0] : nil
    }

    private func level(of page: Page) -> [Value] {
        if let level = page.locality.flatMap({ site.localities[$0]?.level }) {
            let rank = (Locality.Level.allCases.firstIndex(of: level) ?? 0) + 1
            return value(site.word("level-" + level.rawValue), rank: rank)
        }
        // A number that every place has one of, on a page that names no place, tells no level.
        let code = site.catalogue[page.id]?.number?.issuer
        let isLocal = code.flatMap { site.catalogue.knowledge.issuers.issuer(code: $0) }?.isLocal ?? false
        return isLocal ? [] : value(site.word("level-central"))
    }

    private func places(of page: Page) -> [Value] {
        guard let locality = page.locality else { return [] }
        return site.localities.coverers(of: locality).compactMap { id in
            site.localities[id].map { Value(raw: id, label: $0.fullName.capitalisedFirst) }
        }
    }

    /// The page or document a lesson was drawn from, by its title.
    private func source(of page: Page) -> [Value] {
        let link = site.graph.outgoing(from: .page(page.id)).first { $0.relation == .drawnFrom }
        guard let path = link?.target.path, let index = site.index(of: path) else { return [] }
        return [Value(raw: path, label: site.title(of: index))]
    }
}
