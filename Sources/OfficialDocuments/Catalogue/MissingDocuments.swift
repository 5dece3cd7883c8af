/// The documents that the pages of a site cite and the collection lacks, each once.
///
/// Mentions are put together when they can only be the same document: "24-CT/TU ngày 27/02/2018" and "24-CT/TU của
/// Tỉnh ủy Lâm Đồng" are one as long as no third mention could be either. So are "Thông tư 76/2024" and 76/2024/TT-BTC, as
/// long as no other body's number has that type, serial and year. Depends on the set of mentions alone, not on their
/// order.
public struct MissingDocuments: Sendable {
    /// Every document, sorted.
    public let all: [MissingDocument]
    private let documents: [MissingDocument: Int]
    private let slugs: [String]

    /// The documents that `mentions` mean, in any order, a mention as often as it occurs.
    public init(_ mentions: some Sequence<MissingDocument>) {
        var byKey: [NumberKey: [MissingDocument]] = [:]
        for mention in Set(mentions) { byKey[mention.key, default: []].append(mention) }
        var groups: [(document: MissingDocument, mentions: [MissingDocument])] = []
        for key in byKey.keys.sorted() { groups += Self.group(byKey[key] ?? []) }
        groups = Self.completed(groups)
        groups.sort { $0.document < $1.document }

        var documents: [MissingDocument: Int] = [:]
        var slugs: [String] = []
        var taken: [String: Int] = [:]
        for (index, group) in groups.enumerated() {
            for mention in group.mentions { documents[mention] = index }
            if documents[group.document] == nil { documents[group.document] = index }
            let slug = group.document.slug
            let count = taken[slug, default: 0] + 1
            taken[slug] = count
            slugs.append(count == 1 ? slug : "\(slug)--\(count)")
        }
        all = groups.map(\.document)
        self.documents = documents
        self.slugs = slugs
    }

    /// The document a mention means, or the document itself; `nil` if it was not among those given.
    public subscript(mention: MissingDocument) -> MissingDocument? { documents[mention].map { all[$0] } }

    /// The place of a mention's document in `all`.
    public func index(of mention: MissingDocument) -> Int? { documents[mention] }

    /// The name of the page of a mention's document, unlike that of any other: `24-ct-tu-lam-dong`.
    public func slug(of mention: MissingDocument) -> String? { documents[mention].map { slugs[$0] } }

    /// The groups, those of numbers without an issuer put to the one full number that they can only be.
    private static func completed(
        _ groups: [(document: MissingDocument, mentions: [MissingDocument])]
    ) -> [(document: MissingDocument, mentions: [MissingDocument])] {
        var full = groups.filter { !$0.document.isPartial }
        var byOpenKey: [NumberKey: [Int]] = [:]
        for (index, group) in full.enumerated() where group.document.number.year != nil {
            byOpenKey[group.document.openKey, default: []].append(index)
        }
        for group in groups where group.document.isPartial {
            let namesakes = byOpenKey[group.document.key] ?? []
            let fitting = namesakes.filter { full[$0].document.agrees(with: group.document) }
            if let home = fitting.first, fitting.count == 1, Set(namesakes.map { full[$0].document.key }).count == 1 {
                full[home].document = full[home].document.merged(with: group.document)
                full[home].mentions += group.mentions
            } else {
                full.append(group)
            }
        }
        return full
    }

    /// Mentions of one number, grouped. Those that state most come first; one that fits several groups stays apart.
    private static func group(
        _ mentions: [MissingDocument]
    ) -> [(document: MissingDocument, mentions: [MissingDocument])] {
        func weight(_ mention: MissingDocument) -> Int {
            (mention.place == nil ? 0 : 20) + (mention.date?.iso.count ?? 0)
        }
        let ordered = mentions.sorted { (weight($1), $0) < (weight($0), $1) }
        var groups: [(document: MissingDocument, mentions: [MissingDocument])] = []
        for mention in ordered {
            let fitting = groups.indices.filter { groups[$0].document.agrees(with: mention) }
            let same = fitting.first { index in
                groups[index].document.place == mention.place && groups[index].document.date == mention.date
            }
            if let home = same ?? (fitting.count == 1 ? fitting.first : nil) {
                groups[home].document = groups[home].document.merged(with: mention)
                groups[home].mentions.append(mention)
            } else {
                groups.append((mention, [mention]))
            }
        }
        return groups
    }
}
