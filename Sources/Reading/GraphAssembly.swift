import Content
import Diagnostics
import OfficialDocuments

/// Gathers what every page states, in front matter and in running text, into the link graph: the second barrier.
struct GraphAssembly {
    let pages: [Page]
    let bodies: [PageBody]
    let resolver: CitationResolver
    /// Output path by content path.
    let addresses: [String: String]

    /// What assembling gives.
    package struct Result {
        var graph: LinkGraph
        var diagnostics: [Diagnostic]
        /// References of front matter to pages, by content path, that lead nowhere.
        var brokenReferences: [Located<String>]
    }

    func assemble() -> Result {
        var diagnostics: [Diagnostic] = []
        var broken: [Located<String>] = []
        var stated: [PageLinks] = []
        let ids = Dictionary(pages.map { ($0.url, $0.id) }) { first, _ in first }
        for (page, body) in zip(pages, bodies) {
            let context = page.context(in: resolver.catalogue)
            var links = page.statedReferences.compactMap { link($0, on: context, &diagnostics, &broken) }
            for cited in body.citations {
                let sentence = cited.sentence.before + cited.sentence.mark + cited.sentence.after
                let link = StatedLink(
                    citation: cited.citation,
                    resolution: cited.resolution,
                    on: context,
                    location: cited.location,
                    sentence: sentence
                )
                if let link { links.append(link) }
            }
            // A link to a document's page cites it: the way to say which document is meant.
            for written in body.links {
                guard let id = ids[written.target], resolver.catalogue[id] != nil else { continue }
                links.append(
                    StatedLink(other: .page(id), relation: .cites, isInferred: true, location: written.location))
            }
            stated.append(PageLinks(page: context, links: links))
        }
        let graph = LinkGraph(stated)
        let checked = GraphCheck(graph, with: resolver.catalogue.knowledge)
        return Result(graph: graph, diagnostics: diagnostics + checked.diagnostics, brokenReferences: broken)
    }

    /// A relation of front matter as a link: to a page by its content path, or to a document by reference.
    private func link(
        _ stated: PageHead.StatedRelation,
        on page: PageContext,
        _ diagnostics: inout [Diagnostic],
        _ broken: inout [Located<String>]
    ) -> StatedLink? {
        let reference = stated.reference
        if reference.value == page.id {
            diagnostics.append(toItself(reference))
            return nil
        }
        if reference.value.hasSuffix(".md") {
            guard addresses[reference.value] != nil else {
                broken.append(reference)
                return nil
            }
            return StatedLink(
                other: .page(reference.value), relation: stated.relation, isInferred: false,
                location: reference.location)
        }
        let resolution = resolver.resolve(reference: reference.value, on: page)
        switch resolution.outcome {
        case .resolved(page.id):
            diagnostics.append(toItself(reference))
            return nil
        case .resolved(let id):
            return StatedLink(
                other: .page(id), relation: stated.relation, isInferred: false, location: reference.location)
        case .ambiguous(let ids):
            diagnostics.append(ambiguous(reference, ids))
            return nil
        case .missing:
            guard let missing = resolution.missing else {
                diagnostics.append(unreadable(reference))
                return nil
            }
            if let own = page.document, missing.number == own.number, missing.date == nil || missing.date == own.date {
                diagnostics.append(toItself(reference))
                return nil
            }
            return StatedLink(
                other: .missing(missing), relation: stated.relation, isInferred: false, location: reference.location)
        }
    }

    private func toItself(_ reference: Located<String>) -> Diagnostic {
        Diagnostic(
            id: "self-relation",
            severity: .error,
            location: reference.location,
            message: Message(
                vi: "quan hệ với chính trang này: \(reference.value)",
                en: "a relation to the page itself: \(reference.value)"),
            suggestion: Message(
                vi: "bỏ đi, hoặc viết số hiệu kèm ngày của văn bản muốn nói",
                en: "remove it, or write the number and date of the document that is meant")
        )
    }

    private func ambiguous(_ reference: Located<String>, _ ids: [String]) -> Diagnostic {
        let list = ids.joined(separator: ", ")
        return Diagnostic(
            id: "ambiguous-reference",
            severity: .error,
            location: reference.location,
            message: Message(
                vi: "có thể là nhiều văn bản: \(reference.value)",
                en: "several documents can be meant: \(reference.value)"),
            suggestion: Message(
                vi: "thêm ngày hoặc cơ quan ban hành, hoặc viết một trong: \(list)",
                en: "add the date or the issuer, or write one of: \(list)")
        )
    }

    private func unreadable(_ reference: Located<String>) -> Diagnostic {
        Diagnostic(
            id: "unreadable-reference",
            severity: .error,
            location: reference.location,
            message: Message(
                vi: "không hiểu văn bản được dẫn: \(reference.value)",
                en: "the reference cannot be read: \(reference.value)"),
            suggestion: Message(
                vi: "viết số hiệu kèm ngày, như 25-NQ/TW ngày 03/6/2013",
                en: "write a number with its date, such as 25-NQ/TW ngày 03/6/2013")
        )
    }
}

extension Page {
    /// Everything front matter says about other documents and pages.
    var statedReferences: [PageHead.StatedRelation] {
        head.relations + (head.source.map { [PageHead.StatedRelation(relation: .drawnFrom, reference: $0)] } ?? [])
    }
}
