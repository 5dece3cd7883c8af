import Content
import Diagnostics
import OfficialDocuments
import Reading
import Site

/// What a page tells machines about itself: schema.org values as JSON-LD.
///
/// It is for search engines, which see a site only where it is published: a site that does not say where (`base_url`) says none.
struct StructuredData {
    let collection: Collection
    let browse: Browse

    /// The values of a page, each a text that is safe inside a script element.
    ///
    /// - Parameter breadcrumbs: As the template has them: `label`, and `url` for all but the last.
    func texts(for route: Route, breadcrumbs: [[String: Any]]) -> [String] {
        guard collection.settings.baseURL != nil else { return [] }
        var values: [JSONObject] = []
        switch route.target {
        case .page(let index): values.append(page(index, at: route.path))
        case .list(let index): values.append(list(browse.pages[index]))
        case .missing, .search, .offline, .notFound, .feed, .redirect, .file: return []
        }
        if breadcrumbs.count > 1 { values.append(trail(breadcrumbs, at: route.path)) }
        return values.map(\.textInScript)
    }

    private func value(_ type: String, _ path: String? = nil) -> JSONObject {
        var value = JSONObject()
        value.set("@context", "https://schema.org")
        value.set("@type", type)
        if let url = path.flatMap(collection.absolute) {
            value.set("@id", url)
            value.set("url", url)
        }
        return value
    }

    private func page(_ index: Int, at path: String) -> JSONObject {
        let page = collection.pages[index]
        if path == "index.html" { return home() }
        switch page.kind.traits.type {
        case .legislation: return legislation(index)
        case .definedTerm: return term(index)
        case .article: return article(index)
        }
    }

    private func home() -> JSONObject {
        var value = value("WebSite", "index.html")
        value.set("name", collection.settings.title)
        if !collection.settings.description.isEmpty { value.set("description", collection.settings.description) }
        value.set("inLanguage", collection.settings.language)
        if let organisation = collection.settings.organisation {
            value.set("publisher", named("Organization", organisation))
        }
        return value
    }

    private func legislation(_ index: Int) -> JSONObject {
        let page = collection.pages[index]
        var value = value("Legislation", page.url)
        let record = collection.catalogue[page.id]
        value.set("name", collection.title(of: index))
        value.set("legislationIdentifier", record?.number?.description)
        value.set("legislationType", collection.typeName(of: page))
        value.set("legislationDate", page.head.date?.iso)
        if let issuer = page.head.issuer { value.set("legislationPassedBy", named("Organization", issuer)) }
        if let locality = page.locality, let place = collection.localities[locality] {
            value.set("legislationJurisdiction", named("AdministrativeArea", place.fullName))
        }
        value.set("legislationLegalForce", Self.force(collection.standing(of: page.id)?.status ?? .unknown))
        let links = collection.graph.outgoing(from: .page(page.id))
        for property in LegislationProperty.allCases {
            let targets = links.filter { $0.relation.traits.properties.contains(property) }.map(\.target)
                .uniqued.compactMap(reference)
            if !targets.isEmpty { value.set(property.rawValue, targets) }
        }
        value.set("description", page.head.summary)
        value.set("inLanguage", collection.settings.language)
        return value
    }

    /// The three kinds of force that schema.org knows; an unknown status says nothing.
    private static func force(_ status: DocumentStatus) -> String? {
        switch status {
        case .inForce: "https://schema.org/InForce"
        case .partlyExpired: "https://schema.org/PartiallyInForce"
        case .expired, .notYetInForce, .suspended: "https://schema.org/NotInForce"
        case .unknown: nil
        }
    }

    /// Another document, as much of it as tells it from others.
    private func reference(_ node: GraphNode) -> JSONObject? {
        var value = JSONObject()
        value.set("@type", "Legislation")
        switch node {
        case .page(let path):
            guard let index = collection.index(of: path), collection.pages[index].kind == .document else { return nil }
            value.set("@id", collection.absolute(collection.pages[index].url))
            value.set("name", collection.title(of: index))
            value.set("legislationIdentifier", collection.catalogue[path]?.number?.description)
            value.set("legislationDate", collection.pages[index].head.date?.iso)
        case .missing(let missing):
            value.set("name", missing.number.description)
            value.set("legislationIdentifier", missing.number.description)
            value.set("legislationDate", missing.date?.iso)
        }
        return value
    }

    private func article(_ index: Int) -> JSONObject {
        let page = collection.pages[index]
        var value = value("Article", page.url)
        value.set("headline", collection.title(of: index))
        value.set(
            "description",
            page.head.summary ?? (collection.bodies[index].opening.isEmpty ? nil : collection.bodies[index].opening))
        value.set("datePublished", page.shownDate?.iso)
        value.set("dateModified", page.head.updated?.iso)
        value.set("inLanguage", collection.settings.language)
        if let author = page.head.author { value.set("author", named("Person", author)) }
        if let publisher = page.head.publisher ?? collection.settings.organisation {
            value.set("publisher", named("Organization", publisher))
        }
        if let locality = page.locality, let place = collection.localities[locality] {
            value.set("contentLocation", named("AdministrativeArea", place.fullName))
        }
        let topics = (page.head.topics + page.head.tags).uniqued
        if !topics.isEmpty { value.set("keywords", topics) }
        return value
    }

    private func term(_ index: Int) -> JSONObject {
        let page = collection.pages[index]
        var value = value("DefinedTerm", page.url)
        value.set("name", collection.title(of: index))
        value.set("alternateName", page.head.abbreviation)
        value.set("description", page.head.summary ?? page.head.expansion)
        var glossary = JSONObject()
        glossary.set("@type", "DefinedTermSet")
        if let section = BrowseSection.of(page.kind) {
            glossary.set("name", collection.words(section.name))
            glossary.set("url", collection.absolute(section.path))
        }
        value.set("inDefinedTermSet", glossary)
        return value
    }

    private func list(_ page: ListPage) -> JSONObject {
        var value = value("CollectionPage", page.path)
        let list = browse.lists[page.list]
        value.set("name", ListView(collection: collection, browse: browse).title(of: page))
        value.set("description", list.introduction.flatMap { collection.pages[$0].head.summary } ?? list.summary)
        value.set("inLanguage", collection.settings.language)
        return value
    }

    private func trail(_ breadcrumbs: [[String: Any]], at path: String) -> JSONObject {
        var value = value("BreadcrumbList")
        let items = breadcrumbs.enumerated().map { position, crumb in
            var item = JSONObject()
            item.set("@type", "ListItem")
            item.set("position", position + 1)
            item.set("name", crumb["label"] as? String)
            item.set("item", collection.absolute(crumb["url"] as? String ?? path))
            return item
        }
        value.set("itemListElement", items)
        return value
    }

    private func named(_ type: String, _ name: String) -> JSONObject {
        var value = JSONObject()
        value.set("@type", type)
        value.set("name", name)
        return value
    }
}
