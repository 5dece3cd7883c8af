import Content
import Diagnostics
import OfficialDocuments
import Reading

/// The collection as rows: pages with their texts, citations, relations. A page is known by its content path, a document that the
/// collection lacks by the address at which readers find it.
struct CollectionRecords {
    let collection: Collection

    /// The row of a page; `BuildOptions.keepsText` must have been set.
    func page(_ index: Int) -> Record {
        let (page, body) = (collection.pages[index], collection.bodies[index])
        let record = collection.catalogue[page.id]
        let status = collection.standing(of: page.id)?.status ?? page.head.status
        return Record(fields: [
            ("path", .text(page.id)), ("url", .text(page.url)), ("kind", .text(page.kind.rawValue)),
            ("title", .text(collection.title(of: index))), ("number", .text(record?.number?.description)),
            ("type", .text(record?.type)), ("date", .text((page.head.date ?? page.head.published)?.iso)),
            ("issuer", .text(page.head.issuer)), ("locality", .text(page.locality)),
            ("status", .text(page.kind == .document ? (status ?? .unknown).rawValue : nil)),
            ("topics", .texts(page.head.topics)), ("hidden", .truth(page.head.isHidden)),
            ("summary", .text(page.head.summary)), ("text", .text(body.text ?? "")),
        ])
    }

    func missing(_ missing: MissingDocument) -> Record {
        Record(fields: [
            ("path", .text(collection.address(of: missing) ?? "")),
            ("url", .text(collection.address(of: missing) ?? "")),
            ("kind", .text("missing")), ("title", .text(missing.number.description)),
            ("number", .text(missing.number.description)), ("type", .text(missing.number.type)),
            ("date", .text(missing.date?.iso)), ("issuer", .text(nil)), ("locality", .text(missing.place)),
            ("status", .text(nil)), ("topics", .texts([])), ("hidden", .truth(false)), ("summary", .text(nil)),
            ("text", .text("")),
        ])
    }

    /// The citations of a page, in reading order.
    func citations(of index: Int) -> [Record] {
        collection.bodies[index].citations.enumerated().map { position, cited in
            let (citation, location) = (cited.citation, cited.location)
            let (outcome, target, candidates) = answer(cited.resolution)
            return Record(fields: [
                ("page", .text(collection.pages[index].id)), ("position", .number(position + 1)),
                ("written", .text(cited.text)),
                ("kind", .text(citation.kind.rawValue)), ("outcome", .text(outcome)), ("target", .text(target)),
                ("candidates", .texts(candidates)), ("number", .text(citation.number?.description)),
                ("date", .text(citation.date?.iso)), ("issuer", .text(citation.issuerPhrase)),
                ("relation", .text(citation.relation?.relation.rawValue)), ("line", .number(location.line)),
                ("column", .number(location.column)),
                ("sentence", .text(cited.sentence.before + cited.sentence.mark + cited.sentence.after)),
            ])
        }
    }

    private func answer(_ resolution: Resolution) -> (outcome: String, target: String?, candidates: [String]) {
        switch resolution.outcome {
        case .resolved(let id): ("resolved", id, [])
        case .ambiguous(let ids): ("ambiguous", nil, ids)
        case .missing: ("missing", resolution.missing.flatMap(collection.address(of:)), [])
        }
    }

    func relation(_ link: Link) -> Record {
        Record(fields: [
            ("source", .text(path(of: link.source))), ("target", .text(path(of: link.target))),
            ("relation", .text(link.relation.rawValue)), ("inferred", .truth(link.isInferred)),
            ("count", .number(link.count)),
            ("sentence", .text(link.sentence)),
        ])
    }

    private func path(of node: GraphNode) -> String {
        switch node {
        case .page(let path): path
        case .missing(let missing): collection.address(of: missing) ?? ""
        }
    }
}
