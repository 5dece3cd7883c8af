import Content
import OfficialDocuments
import Reading
import Site
import VietnameseText

/// The context of a page of the collection: document, lesson, model, report, term or plain page.
struct ArticleView {
    let collection: Collection
    let browse: Browse
    let groups: CitatorGroups

    private var items: LinkItem { LinkItem(collection: collection) }

    /// The keys that `page-head`, `attributes`, `contents`, `groups`, `cards` and `page-foot` read.
    func context(of index: Int) -> [String: Any] {
        let page = collection.pages[index]
        let body = collection.bodies[index]
        var context: [String: Any] = [
            "title": collection.title(of: index),
            "body": collection.html(of: index),
            "isDraft": page.head.isDraft,
            "summary": page.head.summary as Any? ?? false,
            "eyebrow": eyebrow(page),
            "number": items.number(of: page) as Any? ?? false,
            "groups": page.kind == .document ? groups.groups(ofDocument: index) : groups.groups(ofPage: index),
        ]
        context["citation"] = citation(index, page)
        context.set("byline", byline(page))
        context.set("tags", tags(page))
        context.set("attributes", AttributeTable(collection: collection, browse: browse).rows(of: index), as: "rows")
        if body.outline.count > 1 {
            context.set(
                "contents",
                body.outline.filter { $0.level <= 3 }.map {
                    ["level": $0.level, "anchor": $0.anchor, "label": $0.text]
                })
        }
        let groups = context["groups"] as? [[String: Any]] ?? []
        let related = groups.compactMap { ($0["shown"] ?? $0["count"]) as? Int }.reduce(0, +)
        context["related"] = related > 0 ? related as Any : false
        context["hasAside"] = related > 0 || context["contents"] != nil
        context.set("cards", cards(body))
        context.set("ambiguities", ambiguities(body))
        context.set("sources", sources(page))
        context.set("attachments", attachments(page))
        if let updated = page.head.updated {
            context["updated"] = ["iso": updated.iso, "text": collection.date(updated)]
        }
        if page.kind == .document { addDocument(index, page, to: &context) }
        addNeighbours(index, to: &context)
        return context
    }

    // MARK: Head

    private func eyebrow(_ page: Page) -> Any {
        if page.kind == .page { return false }
        let name = collection.word(page.kind.word)
        return collection.typeName(of: page) ?? page.head.form?.capitalisedFirst
            ?? page.head.ordinal.map { "\(name) \($0)" } ?? name
    }

    /// Topics and tags, each with the list of pages that share it.
    private func tags(_ page: Page) -> [[String: Any]] {
        let paths = (page.head.topics + page.head.tags).compactMap { tag in
            browse.path(of: tag, by: .topic).map { (label: tag.capitalisedFirst, path: $0) }
        }
        var seen = Set<String>()
        return paths.filter { seen.insert($0.path).inserted }.map { ["url": $0.path, "label": $0.label] }
    }

    private func byline(_ page: Page) -> [[String: Any]] {
        let isNews = page.kind == .page && collection.section(of: page) != nil
        guard page.kind.traits.hasByline || isNews else { return [] }
        let place = page.kind == .document ? page.head.issuer : items.place(of: page)?.capitalisedFirst
        var parts = [place, page.head.author].compactMap(\.self).map { ["text": $0] as [String: Any] }
        if let date = page.shownDate { parts.append(["text": collection.date(date), "iso": date.iso]) }
        if let status = collection.knownStatus(of: page) { parts.append(["text": status.text, "status": status.name]) }
        return parts
    }

    private func addDocument(_ index: Int, _ page: Page, to context: inout [String: Any]) {
        if let diagram = Diagram(collection: collection).context(of: index) { context["diagram"] = diagram }
        context.set("timeline", Timeline(collection: collection).items(of: index))
        if let standing = collection.standing(of: page.id), let successor = standing.current ?? standing.successor,
            standing.isSuperseded,
            let link = items.item(successor)
        {
            let number = link["number"] as? String
            let label = [number, link["label"] as? String].compactMap(\.self).joined(separator: " ")
            context["banner"] =
                [
                    "tone": "warning", "text": collection.word("replacedBy"),
                    "links": [["url": link["url"] ?? "", "label": label]],
                ] as [String: Any]
        }
    }

    /// The page as others cite it: a document in the prescribed form; any other page by title, place and date, to which
    /// the reader's browser adds where it is.
    private func citation(_ index: Int, _ page: Page) -> [String: Any] {
        if page.kind == .document {
            let text = CitationText(
                type: collection.typeName(of: page), isTypeStated: page.head.type != nil,
                number: collection.catalogue[page.id]?.number, date: page.head.date, issuer: page.head.issuer,
                title: page.head.title, knowledge: collection.catalogue.knowledge, word: collection.word)
            return ["text": text.text, "isDocument": true]
        }
        let parts = [
            "“\(collection.title(of: index))”", items.place(of: page),
            page.shownDate.map { collection.date($0) }, collection.settings.title,
        ]
        return ["text": parts.compactMap(\.self).joined(separator: ", "), "isDocument": false]
    }

    // MARK: Citations

    /// What hovering over a citation shows: each cited document once.
    private func cards(_ body: PageBody) -> [[String: Any]] {
        body.citations.compactMap(\.resolution.target).uniqued.compactMap(collection.index(of:)).map { index in
            let page = collection.pages[index]
            let status = collection.knownStatus(of: page)
            let meta = [page.head.issuer, page.head.date.map { collection.date($0) }].compactMap(\.self).joined(
                separator: " · ")
            let eyebrow = [collection.typeName(of: page), items.number(of: page)].compactMap(\.self).joined(
                separator: " ")
            var card: [String: Any] = [
                "url": page.url, "label": collection.title(of: index), "eyebrow": eyebrow,
                "status": status?.name ?? false as Any, "statusText": status?.text ?? "",
            ]
            if !meta.isEmpty { card["meta"] = meta }
            return card
        }
    }

    /// A reader chooses among so many; a much-used number is borne by hundreds.
    private static let mostCandidates = 12

    /// The candidates of every citation that several documents answer to.
    private func ambiguities(_ body: PageBody) -> [[String: Any]] {
        body.citations.enumerated().compactMap { number, cited in
            guard case .ambiguous(let ids) = cited.resolution.outcome else { return nil }
            var item: [String: Any] = [
                "anchor": "vien-dan-\(number + 1)",
                "text": cited.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                "candidates": ids.prefix(Self.mostCandidates).compactMap(collection.index(of:)).map { items.item($0) },
            ]
            if ids.count > Self.mostCandidates { item["more"] = ids.count - Self.mostCandidates }
            return item
        }
    }

    // MARK: Foot

    private func sources(_ page: Page) -> [[String: Any]] {
        page.head.sources.map { source in
            var item: [String: Any] = ["label": source.title]
            if let url = source.url, url.hasPrefix("https://") || url.hasPrefix("http://") { item["url"] = url }
            let meta = [source.portal, source.date.map { collection.date($0) }].compactMap(\.self).joined(
                separator: " · ")
            if !meta.isEmpty { item["meta"] = meta }
            return item
        }
    }

    private func attachments(_ page: Page) -> [[String: Any]] {
        page.head.attachments.compactMap { attachment in
            guard let path = Permalink.resolve(attachment.path.value, against: page.id),
                let url = collection.addresses[path]
            else { return nil }
            let name = String(url.split(separator: "/").last ?? "")
            let file = collection.files.first { $0.path == path }
            return [
                "url": url, "label": attachment.title ?? name,
                "type": (name.split(separator: ".").last.map(String.init) ?? "").uppercased(),
                "size": file.map { FileSize.text($0.size) } ?? "",
            ]
        }
    }

    /// The pages before and behind this one in its folder; pages that stand alone have none.
    private func addNeighbours(_ index: Int, to context: inout [String: Any]) {
        let kind = collection.pages[index].kind
        guard kind != .page else { return }
        func neighbour(_ other: Int) -> [String: Any]? {
            guard collection.pages.indices.contains(other), collection.pages[other].kind == kind else { return nil }
            return [
                "url": collection.pages[other].url,
                "label": items.number(of: collection.pages[other]) ?? collection.title(of: other),
            ]
        }
        if let previous = neighbour(index - 1) { context["previous"] = previous }
        if let next = neighbour(index + 1) { context["next"] = next }
        context["hasNeighbours"] = context["previous"] != nil || context["next"] != nil
    }
}

extension [String: Any] {
    /// Sets `key` to an object that holds `values` under `name`; nothing when there are none.
    mutating func set(_ key: String, _ values: [[String: Any]], as name: String = "items") {
        if !values.isEmpty { self[key] = [name: values] }
    }
}
